package passby.core.balance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.archive.Archive;
import passby.core.balance.AliveReads.Stored;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.ledger.Watermarks;
import passby.core.policy.CachedPolicy;
import passby.core.retention.Cohort;
import passby.core.statistics.CountDays;

/**
 * Closes each day with a balance over every cohort but today's: admitted and reclassified in is alive, held, purged and
 * reclassified out. A read that is missing raises an alarm; because rows are counted while others change, a balance that
 * does not close is counted again before it says so. Offline, the number of reads that are alive is the city's claim. The same entry
 * tells of the files of counts of the days that are over, how well plates were read in the last four weeks, and every four weeks of hits by
 * district.
 */
public final class CloseDay {
    public static final String WATERMARK = "close-day";
    private static final int MAX_COUNTS = 3;

    private final CachedPolicy policy;
    private final Tallies tallies;
    private final AliveReads reads;
    private final Archive archive;
    private final CountDays countDays;
    private final Watermarks watermarks;
    private final EntryFactory entries;
    private final Clock clock;

    public CloseDay(
            CachedPolicy policy,
            Tallies tallies,
            AliveReads reads,
            Archive archive,
            CountDays countDays,
            Watermarks watermarks,
            EntryFactory entries,
            Clock clock) {
        this.policy = policy;
        this.tallies = tallies;
        this.reads = reads;
        this.archive = archive;
        this.countDays = countDays;
        this.watermarks = watermarks;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return the balance, where this run closed a day; empty when today's was closed before */
    public Optional<Balance> handle() {
        var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var closed = watermarks.find(WATERMARK);
        if (closed.filter(last -> !last.isBefore(today)).isPresent()) {
            return Optional.empty();
        }
        var balance = count(today);
        for (var counts = 1; counts < MAX_COUNTS && balance.lost() > 0; counts++) {
            balance = count(today);
        }
        var counted = countDays.write(closed.orElse(today), today);
        return close(today, balance, counted) ? Optional.of(balance) : Optional.empty();
    }

    /** Reads are counted before the tallies are read: a read that is purged in between is alive and purged, never lost. */
    private Balance count(Instant today) {
        var day = LocalDate.ofInstant(today, ZoneOffset.UTC);
        var stored = reads.count();
        var told = tallies.all();
        var lines = new TreeMap<Cohort, Balance.Line>();
        told.forEach((cohort, tally) ->
                lines.put(cohort, new Balance.Line(tally, stored.getOrDefault(cohort, Stored.NONE))));
        stored.forEach((cohort, count) -> lines.putIfAbsent(cohort, new Balance.Line(Tally.NONE, count)));
        lines.keySet().removeIf(cohort -> !cohort.day().isBefore(day));
        return new Balance(clock.instant(), lines);
    }

    private boolean close(Instant today, Balance balance, Map<String, String> counted) {
        var document = balance.document();
        archive.put(file(today), document);
        var rules = policy.current().readers();
        var counts = new TreeMap<String, Object>(Map.of(
                "lost", balance.lost(),
                "readers", countDays.readingQuality(today, rules).json(),
                "sha256", Digests.sha256Hex(document)));
        countDays.districts(today, rules).ifPresent(districts -> counts.put("districts", districts.json()));
        var committed = Map.of(
                Field.SUBJECT, file(today),
                Field.COUNTS, CanonicalJson.write(counts),
                Field.AFTER, CanonicalJson.write(counted));
        var entry = entries.create(
                EntryType.DAY_BALANCED, Outcome.DONE, policy.current().hash(), committed);
        if (watermarks.advance(WATERMARK, today, entry) instanceof Commit.Conflict) {
            return false;
        }
        balance.lines().forEach((cohort, line) -> {
            if (line.isClosed()) {
                tallies.close(cohort);
            }
        });
        return true;
    }

    private static String file(Instant today) {
        return "balances/" + today.toString().substring(0, 10) + ".json";
    }
}
