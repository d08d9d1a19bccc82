package passby.core.retention;

import java.time.Duration;
import java.util.Optional;
import passby.core.id.Coded;

/** How long a picture is shown at most: one of a closed list, so that a template can enumerate it. Never longer than its read. */
public enum ImageRetention implements Coded {
    DAYS_1("1d", Duration.ofDays(1)),
    DAYS_3("3d", Duration.ofDays(3)),
    DAYS_7("7d", Duration.ofDays(7)),
    DAYS_14("14d", Duration.ofDays(14)),
    DAYS_21("21d", Duration.ofDays(21)),
    DAYS_30("30d", Duration.ofDays(30)),
    DAYS_60("60d", Duration.ofDays(60)),
    DAYS_90("90d", Duration.ofDays(90)),
    /** As long as the read whose picture it is: no bound of its own. */
    AS_READ("as-read", Duration.ofDays(36_500));

    private final String code;
    private final Duration duration;

    ImageRetention(String code, Duration duration) {
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

    public static Optional<ImageRetention> parse(String code) {
        return Coded.find(values(), code);
    }
}
