package passby.core.hit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Work of a clock on one hit after the other, of which one that fails holds up no other. */
final class OneByOne {
    /** With a store or the topic out of reach every one fails: a run then ends instead of waiting for each. */
    private static final int MAX_FAILURES = 10;

    private OneByOne() {}

    /**
     * Throws what the first one threw, once the others had their turn, so that the run counts as failed and rings its alarm.
     *
     * @return of how many the work was done
     */
    static int count(List<HitId> hits, Predicate<HitId> work) {
        var done = 0;
        var failures = new ArrayList<RuntimeException>();
        for (var hitId : hits) {
            if (failures.size() == MAX_FAILURES) {
                break;
            }
            try {
                done += work.test(hitId) ? 1 : 0;
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return done;
    }
}
