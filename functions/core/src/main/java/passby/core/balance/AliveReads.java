package passby.core.balance;

import java.util.Map;
import passby.core.retention.Cohort;

/** Counts the reads that are really stored. */
public interface AliveReads {
    /**
     * @param alive rows without a hold
     * @param held rows that a hold keeps
     */
    record Stored(long alive, long held) {
        public static final Stored NONE = new Stored(0, 0);
    }

    /** Walks over every read. What is stored or deleted on the way may be counted or not. */
    Map<Cohort, Stored> count();
}
