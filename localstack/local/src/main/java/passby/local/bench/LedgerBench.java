package passby.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.note.SigningKey;
import passby.core.note.VerifierKey;
import passby.core.sealing.EntryIndex;
import passby.core.sealing.LogStore;
import passby.core.sealing.PendingEntries;
import passby.core.sealing.PendingEntry;
import passby.core.sealing.SealLedger;
import passby.core.sealing.Witnesses;
import passby.local.city.LedgerFolder;

/**
 * {@code scripts/bench ledger}: what sealing costs, by the size of the log, and a log of a million entries on disk for the verifier.
 * Entries are searches with every field that one can have.
 */
public final class LedgerBench {
    /** A minute at 1,000 entries a second. */
    private static final int BUSY_MINUTE = 60_000;

    /** A minute of a city with a hundred cameras. */
    private static final int QUIET_MINUTE = 30;

    /** S3 Standard, us-east-1: dollars a PUT, a gigabyte-month. */
    private static final double PUT = 5e-6;

    private static final double GIGABYTE_MONTH = 0.023;
    private static final Clock CLOCK = Clock.systemUTC();

    private final EntryFactory factory;
    private final SigningKey key;
    private final Waiting waiting = new Waiting();

    private LedgerBench(SigningKey key) {
        var random = new SplittableRandom(13);
        factory = new EntryFactory(CLOCK, count -> {
            var bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        });
        this.key = key;
    }

    /** @param arguments the folder for the log on disk, its size, and the size to which a second one grows in memory */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var bench = new LedgerBench(SigningKey.of("bench.example/ledger", VerifierKey.Kind.NOTE, pair));
        bench.onDisk(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        bench.inMemory(Long.parseLong(arguments[2]));
    }

    private void onDisk(Path folder, int size) throws IOException {
        var store = LedgerFolder.open(folder);
        Files.writeString(folder.resolve("vkey"), key.verifierKey().text() + "\n");
        var nanos = 0L;
        var bytes = 0L;
        for (var sealed = 0; sealed < size; sealed += BUSY_MINUTE) {
            var entries = entries(Math.min(BUSY_MINUTE, size - sealed));
            bytes += entries.stream()
                    .mapToLong(entry -> entry.canonical().length())
                    .sum();
            waiting.entries.addAll(entries);
            nanos += seal(store);
        }
        System.out.printf(
                "on disk: %,d entries of %,d bytes sealed at %,.0f a second%n",
                size, bytes / size, size / (nanos / 1e9));
    }

    /** Grows a log with one set of entries again and again, which to the tree are as good as new ones. */
    private void inMemory(long size) {
        var store = new EdgeStore();
        var busy = entries(BUSY_MINUTE);
        var quiet = entries(QUIET_MINUTE);
        var grown = 0L;
        for (var mark = 10_000L; mark <= size; mark *= 10) {
            var nanos = 0L;
            var from = grown;
            while (grown < mark) {
                var more = (int) Math.min(BUSY_MINUTE, mark - grown);
                waiting.entries.addAll(busy.subList(0, more));
                nanos += seal(store);
                store.forget();
                grown += more;
            }
            var rate = (grown - from) / (nanos / 1e9);
            grown += printQuietMinute(store, quiet, grown, rate);
        }
        printMonth(store, quiet);
    }

    private long printQuietMinute(EdgeStore store, List<PendingEntry> quiet, long size, double rate) {
        var best = Long.MAX_VALUE;
        var puts = store.puts();
        var gets = store.gets();
        var runs = 5;
        for (var run = 0; run < runs; run++) {
            waiting.entries.addAll(quiet);
            best = Math.min(best, seal(store));
        }
        System.out.printf(
                "at %,11d entries: %,.0f a second; a minute of %d: %.1f ms, %d PUT, %d GET%n",
                size, rate, QUIET_MINUTE, best / 1e6, (store.puts() - puts) / runs, (store.gets() - gets) / runs);
        return (long) runs * QUIET_MINUTE;
    }

    private void printMonth(EdgeStore store, List<PendingEntry> quiet) {
        var puts = store.puts();
        var bytes = store.bytes();
        var minutes = 512;
        for (var minute = 0; minute < minutes; minute++) {
            waiting.entries.addAll(quiet);
            seal(store);
            store.forget();
        }
        var entries = (double) minutes * QUIET_MINUTE;
        var monthly = 30 * 24 * 60 * (store.puts() - puts) / (double) minutes;
        System.out.printf(
                "on S3: %.2f PUT a minute, %,.0f bytes written an entry; a month of %d a minute: $%.2f for PUT, $%.2f a month for what it keeps%n",
                (store.puts() - puts) / (double) minutes,
                (store.bytes() - bytes) / entries,
                QUIET_MINUTE,
                monthly * PUT,
                30 * 24 * 60 * QUIET_MINUTE * (store.bytes() - bytes) / entries / 1e9 * GIGABYTE_MONTH);
    }

    private long seal(LogStore store) {
        var start = System.nanoTime();
        new SealLedger(waiting, new NoIndex(), store, key, Witnesses.NONE, CLOCK).handle();
        return System.nanoTime() - start;
    }

    private List<PendingEntry> entries(int count) {
        var minute = CLOCK.instant().truncatedTo(ChronoUnit.MINUTES);
        var committed = Map.ofEntries(
                Map.entry(Field.ACTION, "search"),
                Map.entry(Field.ACTOR, "officer-lopez"),
                Map.entry(Field.AGENCY, "Springfield Police Department"),
                Map.entry(Field.CAMERAS, "all"),
                Map.entry(Field.CASE_NUMBER, "2036-004711"),
                Map.entry(Field.DEVICE, "phone 7"),
                Map.entry(Field.NARRATIVE, "Car taken from Elm Street"),
                Map.entry(Field.OFFENCE, "240"),
                Map.entry(Field.ON_BEHALF_OF, "own agency"),
                Map.entry(Field.ORI, "NY0300000"),
                Map.entry(Field.PLATE, "7TST123"),
                Map.entry(Field.PURPOSE, "investigation of a crime"),
                Map.entry(Field.QUERY, "the last 24 hours"),
                Map.entry(Field.RESULT_COUNT, "3"));
        var entries = new ArrayList<PendingEntry>(count);
        for (var i = 0; i < count; i++) {
            var entry = factory.create(EntryType.SEARCH, Outcome.DONE, "ab".repeat(32), committed);
            entries.add(new PendingEntry(entry.entryId(), minute, entry.canonical()));
        }
        return entries;
    }

    /** What waits, oldest first; the bench removes what it put in. */
    private static final class Waiting implements PendingEntries {
        private final List<PendingEntry> entries = new ArrayList<>();

        @Override
        public List<PendingEntry> find(int limit) {
            return List.copyOf(entries.subList(0, Math.min(limit, entries.size())));
        }

        @Override
        public void remove(List<PendingEntry> sealed) {
            var ids = sealed.stream().map(PendingEntry::entryId).collect(Collectors.toSet());
            entries.removeIf(entry -> ids.contains(entry.entryId()));
        }
    }

    /** The table's cost is the table's: the bench is about the log. */
    private static final class NoIndex implements EntryIndex {
        @Override
        public void put(long first, List<String> entryIds) {
            // Nowhere.
        }

        @Override
        public OptionalLong find(String entryId) {
            return OptionalLong.empty();
        }
    }
}
