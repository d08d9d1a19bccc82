package passby.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
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
 * {@code scripts/bench ledger}: appending and sealing through the tables, a log on disk for the verifier, and what a minute's sealing
 * costs by the size of the log, in time and on S3.
 */
public final class LedgerBench {
    /** A minute at 1,000 entries a second. */
    private static final int BUSY_MINUTE = 60_000;

    /** A minute of a city with a hundred cameras. */
    private static final int QUIET_MINUTE = 30;

    /** DynamoDB Local holds a lock on all tables during a transaction, and manages some tens a second. */
    private static final int APPENDED = 10_000;

    private static final int RUNS = 5;

    /** So many minutes show what the edges of tiles cost on average. */
    private static final int MINUTES = 512;

    private static final double MINUTES_A_MONTH = 30 * 24 * 60;

    /** S3 Standard, us-east-1: dollars a PUT, a gigabyte-month. */
    private static final double PUT = 5e-6;

    private static final double GIGABYTE_MONTH = 0.023;
    private static final Clock CLOCK = Clock.systemUTC();

    private final BenchEntries source = new BenchEntries(CLOCK);
    private final SigningKey key;
    private final Waiting waiting = new Waiting();

    private LedgerBench(SigningKey key) {
        this.key = key;
    }

    /** @param arguments the folder for the log on disk, its size, and the size of a larger one of which only the edge is made */
    public static void main(String[] arguments)
            throws IOException, NoSuchAlgorithmException, InterruptedException, ExecutionException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var bench = new LedgerBench(SigningKey.of("bench.example/ledger", VerifierKey.Kind.NOTE, pair));
        var size = Integer.parseInt(arguments[1]);
        LedgerTables.run(Math.min(size, APPENDED), bench.key, CLOCK);
        bench.onDisk(Path.of(arguments[0]), size);
        bench.bySize(List.of(10_000L, (long) size, Long.parseLong(arguments[2])));
    }

    private void onDisk(Path folder, int size) throws IOException {
        var store = LedgerFolder.open(folder);
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
        long kept;
        try (var files = Files.walk(folder)) {
            kept = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
        System.out.printf(
                "on disk: %,d entries of %,d bytes sealed at %,.0f a second, %,d MB of files%n",
                size, bytes / size, size / (nanos / 1e9), kept / 1_000_000);
    }

    /** The same minutes on logs of other sizes: what differs is the height of the tree. */
    private void bySize(List<Long> sizes) {
        var quiet = entries(QUIET_MINUTE);
        var busy = entries(BUSY_MINUTE);
        var leaves = busy.stream()
                .map(entry -> entry.canonical().getBytes(StandardCharsets.UTF_8))
                .toList();
        for (var size : sizes) {
            var store = LargeLog.of(size, leaves, key, CLOCK.instant());
            minute(store, size, quiet);
            minute(store, size, busy);
        }
        var store = LargeLog.of(sizes.getLast(), leaves, key, CLOCK.instant());
        month(store, quiet, MINUTES);
        month(store, busy, RUNS);
    }

    private void minute(EdgeStore store, long size, List<PendingEntry> entries) {
        var best = Long.MAX_VALUE;
        var puts = store.puts();
        var gets = store.gets();
        for (var run = 0; run < RUNS; run++) {
            waiting.entries.addAll(entries);
            best = Math.min(best, seal(store));
            store.forget();
        }
        System.out.printf(
                "at %,11d entries: a minute of %,6d sealed in %,.1f ms, %d PUT, %d GET%n",
                size, entries.size(), best / 1e6, (store.puts() - puts) / RUNS, (store.gets() - gets) / RUNS);
    }

    private void month(EdgeStore store, List<PendingEntry> minute, int minutes) {
        var puts = store.puts();
        var bytes = store.bytes();
        var forGood = store.bytesForGood();
        for (var run = 0; run < minutes; run++) {
            waiting.entries.addAll(minute);
            seal(store);
            store.forget();
        }
        var entries = (double) minutes * minute.size();
        var putsAnEntry = (store.puts() - puts) / entries;
        var kept = (store.bytesForGood() - forGood) / entries;
        System.out.printf(
                "on S3, %,d entries a minute: %,.0f bytes written an entry, %,.0f of them for good; "
                        + "a million entries: $%.2f for PUT, $%.4f a month for what stays; a month: $%.2f for PUT%n",
                minute.size(),
                (store.bytes() - bytes) / entries,
                kept,
                putsAnEntry * 1e6 * PUT,
                kept * 1e6 / 1e9 * GIGABYTE_MONTH,
                putsAnEntry * minute.size() * MINUTES_A_MONTH * PUT);
    }

    private long seal(LogStore store) {
        var start = System.nanoTime();
        new SealLedger(waiting, new NoIndex(), store, key, Witnesses.NONE, CLOCK).handle();
        return System.nanoTime() - start;
    }

    private List<PendingEntry> entries(int count) {
        var minute = CLOCK.instant().truncatedTo(ChronoUnit.MINUTES);
        return source.take(count).stream()
                .map(entry -> new PendingEntry(entry.entryId(), minute, entry.canonical()))
                .toList();
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

        @Override
        public Map<String, Long> find(List<String> entryIds) {
            return Map.of();
        }
    }
}
