package passby.core.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import passby.core.archive.Archive;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Commit;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.ledger.Watermarks;
import passby.core.policy.CachedPolicy;

/**
 * Writes what was counted on each day that is over into {@code statistics/<day>.json} of the archive. Counted when it happened, so
 * that it can be told after every read is gone; counters themselves are forgotten after thirty days. A day that is written again
 * says the same.
 */
public final class CountDays {
    public static final String WATERMARK = "count-days";

    /** So long after midnight nothing is counted any more in the day before: a count is added while its request is answered. */
    static final Duration SETTLED = Duration.ofMinutes(10);

    /** Earlier counters are forgotten, or about to be. */
    static final int MOST_DAYS = 29;

    private static final int FORMAT = 1;
    private static final int HOURS = 24;

    private final CachedPolicy policy;
    private final Counters counters;
    private final Archive archive;
    private final Watermarks watermarks;
    private final EntryFactory entries;
    private final Clock clock;

    public CountDays(
            CachedPolicy policy,
            Counters counters,
            Archive archive,
            Watermarks watermarks,
            EntryFactory entries,
            Clock clock) {
        this.policy = policy;
        this.counters = counters;
        this.archive = archive;
        this.watermarks = watermarks;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return how many days were written; the first run writes the day before alone */
    public int handle() {
        var today = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.DAYS);
        var earliest = today.minus(Duration.ofDays(MOST_DAYS));
        var next = watermarks
                .find(WATERMARK)
                .map(written -> written.isBefore(earliest) ? earliest : written)
                .orElseGet(() -> today.minus(Duration.ofDays(1)));
        var days = 0;
        for (var day = next; day.isBefore(today); day = day.plus(Duration.ofDays(1))) {
            if (!write(day)) {
                return days;
            }
            days++;
        }
        return days;
    }

    /** @return false when another run is writing too */
    private boolean write(Instant day) {
        var counts = new EnumMap<Count, Long>(Count.class);
        for (var hour = 0; hour < HOURS; hour++) {
            counters.ofHour(day.plus(Duration.ofHours(hour)))
                    .forEach((count, amount) -> counts.merge(count, amount, Long::sum));
        }
        var file = "statistics/" + day.toString().substring(0, 10) + ".json";
        var document = document(day, counts);
        archive.put(file, document);
        var committed = Map.of(Field.SUBJECT, file, Field.COUNTS, document);
        var entry = entries.create(
                EntryType.DAY_COUNTED, Outcome.DONE, policy.current().hash(), committed);
        return watermarks.advance(WATERMARK, day.plus(Duration.ofDays(1)), entry) instanceof Commit.Done;
    }

    /** Counts of zero stand there too: nothing happened, which is not the same as nobody counted. */
    private static String document(Instant day, Map<Count, Long> counts) {
        var amounts = new TreeMap<String, Long>();
        for (var count : Count.values()) {
            amounts.put(count.code(), counts.getOrDefault(count, 0L));
        }
        return CanonicalJson.write(Map.of("v", FORMAT, "day", day.toString().substring(0, 10), "counts", amounts));
    }
}
