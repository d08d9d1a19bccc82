package passby.operator.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A queue of frames, first in, first out, in cohorts of those that were captured in the same second. */
final class Backlog {
    /**
     * @param captured second
     * @param receives deliveries so far
     * @param frames how many; fractions come from shares of a second
     */
    record Cohort(int captured, int receives, double frames) {
        Cohort of(double part) {
            return new Cohort(captured, receives, part);
        }

        Cohort failed(double part) {
            return new Cohort(captured, receives + 1, part);
        }
    }

    private static final double NOTHING = 1e-9;

    private final ArrayDeque<Cohort> cohorts = new ArrayDeque<>();
    private double size;

    void add(Cohort cohort) {
        if (cohort.frames() > NOTHING) {
            cohorts.addLast(cohort);
            size += cohort.frames();
        }
    }

    double size() {
        return size;
    }

    /** The oldest, at most so many. */
    List<Cohort> take(double most) {
        var taken = new ArrayList<Cohort>();
        var left = most;
        while (left > NOTHING && !cohorts.isEmpty()) {
            var first = cohorts.removeFirst();
            var part = Math.min(left, first.frames());
            taken.add(first.of(part));
            left -= part;
            if (first.frames() - part > NOTHING) {
                cohorts.addFirst(first.of(first.frames() - part));
            }
        }
        size = cohorts.isEmpty() ? 0 : size - (most - left);
        return taken;
    }
}
