package passby.core.lists;

import java.time.Instant;
import passby.core.id.Coded;
import passby.core.ledger.Accepted;

/** What came of a file. */
public sealed interface ImportAnswer {
    /** Its version alerts from now on. */
    record Imported(ImportReceipt receipt, Accepted accepted) implements ImportAnswer {}

    /** The last good version stays. Nothing was written but the entry that says so. */
    record Aborted(AbortReason reason, ImportReceipt receipt, Accepted accepted) implements ImportAnswer {}

    /**
     * Another import of the same list is under way.
     *
     * @param version that it makes
     * @param until when its lease ends unless it is renewed
     */
    record Busy(int version, Instant until) implements ImportAnswer {}

    /**
     * The run is over, the import is not: the same file goes on with it.
     *
     * @param written how many rows are certainly written
     */
    record Paused(long written) implements ImportAnswer {}

    /** The city does not take this file. */
    record Refused(RefusalReason reason, Accepted accepted) implements ImportAnswer {}

    /** Why a file that the city may take does not become a version. */
    enum AbortReason implements Coded {
        /** Its footer is missing, or states another number of rows. */
        CUT,
        /** Not one good row. */
        EMPTY,
        MALFORMED,
        /** It would remove too much of the list: perhaps it is half a file. */
        SHRUNK,
        /** It was another file when it was read the second time. */
        NOT_THE_SAME_TWICE;
    }

    /** Why a file is not taken at all. */
    enum RefusalReason implements Coded {
        UNKNOWN_SOURCE,
        /** Nobody, or only one person, accepted the source. */
        NOT_ACCEPTED,
        /** The city's policy allows no outside list. */
        LOCAL_ONLY,
        /** The source signs its files, and this one is not signed by it. */
        NOT_SIGNED,
        /** The source does not sign, and two people have not agreed to this file within a day. */
        NOT_APPROVED,
        /** Signed before the version that alerts now. */
        OLDER_THAN_ACTIVE;
    }
}
