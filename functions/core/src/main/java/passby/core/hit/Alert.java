package passby.core.hit;

import java.time.Duration;
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
 */
public record Alert(HitId hitId, Category category, String zone, MatchType match, boolean advisory, Duration listAge) {
    /** Said with every alert (D1). */
    public static final String TEXT =
            "A lead only, not grounds for a stop. Compare the picture with the entry and confirm"
                    + " with the source before any contact. Treat as unknown risk; backup where needed.";

    public static Alert of(Hit hit) {
        return new Alert(
                hit.hitId(), hit.category(), hit.sighting().zone(), hit.matchType(), hit.isAdvisory(), hit.listAge());
    }
}
