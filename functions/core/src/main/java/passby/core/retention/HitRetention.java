package passby.core.retention;

import java.time.Duration;
import java.util.Optional;
import passby.core.id.Coded;

/** How long a city keeps a hit and its read: one of a closed list, so that a template can enumerate it. */
public enum HitRetention implements Coded {
    DAYS_21(21),
    DAYS_30(30),
    DAYS_60(60),
    DAYS_90(90),
    DAYS_150(150),
    DAYS_180(180),
    DAYS_270(270),
    DAYS_365(365),
    DAYS_730(730),
    DAYS_1825(1825);

    private final int days;

    HitRetention(int days) {
        this.days = days;
    }

    /** As it stands in parameters, such as {@code 365d}. */
    @Override
    public String code() {
        return days + "d";
    }

    public Duration duration() {
        return Duration.ofDays(days);
    }

    public static Optional<HitRetention> parse(String code) {
        return Coded.find(values(), code);
    }
}
