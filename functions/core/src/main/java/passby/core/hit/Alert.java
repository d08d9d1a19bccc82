package passby.core.hit;

import java.time.Duration;
import java.time.Instant;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;

/**
 * What goes out when a plate was hit: nothing that identifies anybody. The app fetches the rest with its own sign-in.
 *
 * @param hitId what to fetch
 * @param category why the plate is asked for
 * @param zone where
 * @param match how the read agrees
 * @param advisory without sound or push
 * @param listAge how old the list was
 * @param age since the capture, when it goes out
 * @param own whether an entry of the city's own people made the hit: its whole shift hears of it (C2)
 * @param escalated whether it goes out a second time, because nobody has viewed the hit
 */
public record Alert(
        HitId hitId,
        Category category,
        String zone,
        MatchType match,
        boolean advisory,
        Duration listAge,
        Duration age,
        boolean own,
        boolean escalated) {
    /** From this age on an alert says in its text how old it is: the car is somewhere else by then. */
    public static final Duration LATE = Duration.ofMinutes(2);

    /** Said with every alert (D1). */
    public static final String TEXT =
            "A lead only, not grounds for a stop. Compare the picture with the entry and confirm"
                    + " with the source before any contact. Treat as unknown risk; backup where needed.";

    /**
     * The same in a text message, of which a carrier bills each 160 characters: with the longest category and a zone of 16
     * letters it is one.
     */
    public static final String SHORT_TEXT =
            "Lead only, no ground for a stop: compare, confirm with source. Unknown risk, backup as needed.";

    /** Said before all else where an alert goes out a second time. */
    static final String UNVIEWED = "Nobody has viewed this hit yet. ";

    /** One of an outside list, that goes out for the first time. */
    public Alert(
            HitId hitId,
            Category category,
            String zone,
            MatchType match,
            boolean advisory,
            Duration listAge,
            Duration age) {
        this(hitId, category, zone, match, advisory, listAge, age, false, false);
    }

    public static Alert of(Hit hit, Instant now) {
        return new Alert(
                hit.hitId(),
                hit.category(),
                hit.sighting().zone(),
                hit.matchType(),
                hit.isAdvisory(),
                hit.listAge(),
                Duration.between(hit.sighting().capturedAt(), now),
                hit.isOwn(),
                false);
    }

    /** The same without sound or push. */
    public Alert silent() {
        return new Alert(hitId, category, zone, match, true, listAge, age, own, escalated);
    }

    /** The same after it waited somewhere on its way. */
    public Alert after(Duration waited) {
        return new Alert(hitId, category, zone, match, advisory, listAge, age.plus(waited), own, escalated);
    }

    /** The same for everybody, because nobody has viewed the hit. */
    public Alert toEverybody() {
        return new Alert(hitId, category, zone, match, advisory, listAge, age, own, true);
    }

    public boolean isLate() {
        return age.compareTo(LATE) >= 0;
    }

    /** {@link #TEXT}, behind the age of a late alert in whole minutes, and behind that nobody has viewed the hit. */
    public String text() {
        return said(TEXT);
    }

    /** The same with {@link #SHORT_TEXT}. */
    public String shortText() {
        return said(SHORT_TEXT);
    }

    private String said(String fixed) {
        var late = isLate() ? "Late: the plate was seen " + age.toMinutes() + " minutes ago. " : "";
        return (escalated ? UNVIEWED : "") + late + fixed;
    }
}
