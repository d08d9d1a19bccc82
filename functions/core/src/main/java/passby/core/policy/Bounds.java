package passby.core.policy;

import java.time.Duration;

/**
 * What a request may ask for at most (data.md, "Bounds"); each is refused by name beyond it.
 *
 * @param searchWindow longest span of a search
 * @param searchRows most rows of a search
 * @param pageRows most rows of a page
 * @param searchesPerHour of one person
 * @param clockSkew between a camera's clock and ours before its reads are flagged
 * @param confidentPercent confidence, in percent, from which a reading is called confident
 * @param unapprovedEntryLife after which a custom entry dies unless a second person approved it
 */
public record Bounds(
        Duration searchWindow,
        int searchRows,
        int pageRows,
        int searchesPerHour,
        Duration clockSkew,
        int confidentPercent,
        Duration unapprovedEntryLife) {
    public static final Bounds DEFAULT =
            new Bounds(Duration.ofDays(30), 500, 100, 30, Duration.ofMinutes(2), 90, Duration.ofDays(1));
}
