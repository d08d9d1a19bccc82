package passby.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a city asks of searches beyond a purpose (product.md, E5).
 *
 * @param warrantAfterHours age of a read, in hours, from which nobody searches or opens it without the number of a warrant or of a court's
 *     order; 0 means never
 */
public record SearchRules(int warrantAfterHours) {
    /** Hours: a day, three days, a week, a month; 0 means never. */
    public static final List<String> WARRANT_AFTER = List.of("0", "24", "72", "168", "720");

    /** What holds under a document that does not speak of it. No state's law that we know of names such a number. */
    public static final SearchRules DEFAULT = new SearchRules(0);

    public SearchRules {
        if (!WARRANT_AFTER.contains(String.valueOf(warrantAfterHours))) {
            throw new IllegalArgumentException("rules of searches are outside of their bounds");
        }
    }

    /** Whether reads from that instant on, by capture time, are old enough now. */
    public boolean needsWarrant(Instant oldest, Instant now) {
        return warrantAfterHours > 0 && oldest.isBefore(now.minus(Duration.ofHours(warrantAfterHours)));
    }

    /** Whether reads are searched without a warrant for longer than by the others. */
    public boolean isLaxerThan(SearchRules others) {
        return others.warrantAfterHours > 0 && (warrantAfterHours == 0 || warrantAfterHours > others.warrantAfterHours);
    }
}
