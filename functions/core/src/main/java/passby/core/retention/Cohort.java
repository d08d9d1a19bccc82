package passby.core.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * All reads that were stored on one day and run on one clock: what the daily balance counts.
 *
 * @param day of storing, in UTC
 * @param retentionClass their clock
 */
public record Cohort(LocalDate day, RetentionClass retentionClass) implements Comparable<Cohort> {
    public static Cohort of(Instant storedAt, RetentionClass retentionClass) {
        return new Cohort(LocalDate.ofInstant(storedAt, ZoneOffset.UTC), retentionClass);
    }

    /** Such as {@code 2026-11-27/non-hit}. */
    public String code() {
        return day + "/" + retentionClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other text */
    public static Cohort parse(String word) {
        var slash = word.indexOf('/');
        if (slash != 10) {
            throw new IllegalArgumentException("not a cohort");
        }
        return new Cohort(
                LocalDate.parse(word.substring(0, slash)),
                RetentionClass.valueOf(
                        word.substring(slash + 1).toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    @Override
    public int compareTo(Cohort other) {
        return code().compareTo(other.code());
    }
}
