package passby.core.balance;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import passby.core.balance.AliveReads.Stored;
import passby.core.ledger.CanonicalJson;
import passby.core.retention.Cohort;

/**
 * What became of every read, cohort by cohort. Format version 1.
 *
 * @param at when the reads were counted
 * @param lines one for each cohort that is not closed
 */
public record Balance(Instant at, Map<Cohort, Line> lines) {
    private static final int VERSION = 1;

    /**
     * @param tally by the ledger's word
     * @param stored by the store's
     */
    public record Line(Tally tally, Stored stored) {
        /** Reads that the ledger expects and the store does not have; below zero for reads that were on their way. */
        long missing() {
            return tally.expected() - stored.alive() - stored.held();
        }

        boolean isClosed() {
            return tally.expected() == 0 && stored.alive() + stored.held() == 0;
        }
    }

    public Balance {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads that neither are stored nor have a receipt. The two classes of a day are added up: a read that an officer's
     * rejection reclassified while it was counted is missing in one and too many in the other.
     */
    public long lost() {
        var days = new TreeMap<String, Long>();
        lines.forEach((cohort, line) -> days.merge(cohort.day().toString(), line.missing(), Long::sum));
        return days.values().stream().mapToLong(missing -> Math.max(0, missing)).sum();
    }

    /** What the archive keeps and the ledger's entry commits to. */
    public String document() {
        var cohorts = new TreeMap<String, Object>();
        lines.forEach((cohort, line) -> cohorts.put(
                cohort.code(),
                Map.of(
                        "admitted", line.tally().admitted(),
                        "in", line.tally().in(),
                        "out", line.tally().out(),
                        "purged", line.tally().purged(),
                        "alive", line.stored().alive(),
                        "held", line.stored().held(),
                        "missing", line.missing())));
        return CanonicalJson.write(Map.of("v", VERSION, "at", at.toString(), "cohorts", cohorts, "lost", lost()));
    }
}
