package passby.core.retention;

import java.time.Duration;
import java.util.Optional;
import passby.core.id.Coded;

/** How long a city keeps a read that matched nothing: one of a closed list, so that a template can enumerate it. */
public enum NonHitRetention implements Coded {
    /** Nothing about a non-hit is ever written. */
    FLUSH("flush", Duration.ZERO),
    DAYS_1("1d", Duration.ofDays(1)),
    DAYS_3("3d", Duration.ofDays(3)),
    DAYS_7("7d", Duration.ofDays(7)),
    DAYS_14("14d", Duration.ofDays(14)),
    DAYS_21("21d", Duration.ofDays(21)),
    DAYS_30("30d", Duration.ofDays(30)),
    DAYS_60("60d", Duration.ofDays(60)),
    DAYS_90("90d", Duration.ofDays(90)),
    DAYS_150("150d", Duration.ofDays(150)),
    DAYS_270("270d", Duration.ofDays(270));

    private final String code;
    private final Duration duration;

    NonHitRetention(String code, Duration duration) {
        this.code = code;
        this.duration = duration;
    }

    /** As it stands in parameters and documents, such as {@code 7d}. */
    @Override
    public String code() {
        return code;
    }

    public Duration duration() {
        return duration;
    }

    public boolean isFlush() {
        return this == FLUSH;
    }

    public static Optional<NonHitRetention> parse(String code) {
        return Coded.find(values(), code);
    }
}
