package passby.core.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.Entry;
import passby.core.note.VerifierKey;
import passby.core.sealing.Head;
import passby.core.sealing.LogStore;
import passby.core.sealing.SealLedger;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.InclusionProof;
import passby.core.tlog.Tile;
import passby.core.tlog.Tree;

/** The city's own log, read: entries by their place, places by their hour, proofs. */
public final class SealedLog {
    /** So far back a checkpoint is looked for before an hour; a log without one for longer is read from its beginning. */
    private static final int MAX_DAYS = 8;

    private static final Duration HOUR = Duration.ofHours(1);

    private final LogStore store;
    private final Supplier<VerifierKey> key;

    public SealedLog(LogStore store, Supplier<VerifierKey> key) {
        this.store = store;
        this.key = key;
    }

    /** The newest checkpoint; empty as long as nothing was ever sealed. */
    public Optional<Head> head() {
        return store.find(LogStore.CHECKPOINT).map(bytes -> Head.of(bytes, key.get()));
    }

    /** A place at or before that of the first entry of the hour. */
    public long startOf(Instant hour) {
        return pathBefore(hour)
                .map(path -> Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))
                .orElse(0L);
    }

    /** The last checkpoint whose time lies before the hour, as it is kept for good; empty where none was signed for days. */
    public Optional<Head> lastBefore(Instant hour) {
        return pathBefore(hour).flatMap(store::find).map(bytes -> Head.of(bytes, key.get()));
    }

    /** Mostly the hour before it has a checkpoint; else days are listed. */
    private Optional<String> pathBefore(Instant hour) {
        var before = store.list(SealLedger.archive(hour.minus(HOUR)));
        for (var days = 0; before.isEmpty() && days <= MAX_DAYS; days++) {
            before = store.list(SealLedger.archiveOfDay(hour.minus(Duration.ofDays(days)))).stream()
                    .filter(path -> path.compareTo(SealLedger.archive(hour)) < 0)
                    .toList();
        }
        return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
    }

    /** The entries of the bundle that holds that place, from there on. */
    public List<LoggedEntry> from(long index, long size) {
        var tile = Tile.holding(Tile.ENTRIES, index, size);
        var found = store.find(tile.path());
        var read = found.isPresent() ? tile : tile.filled();
        var bytes = found.or(() -> store.find(read.path()))
                .orElseThrow(() -> new IllegalStateException(tile.path() + " is missing"));
        var leaves = EntryBundle.parse(bytes, read.width(), Entry.MAX_BYTES);
        var entries = new ArrayList<LoggedEntry>();
        for (var i = (int) (index % Tile.WIDTH); i < tile.width(); i++) {
            var canonical = new String(leaves.get(i), StandardCharsets.UTF_8);
            entries.add(new LoggedEntry(
                    index / Tile.WIDTH * Tile.WIDTH + i, canonical, SealedEntry.parse(leaves.get(i)), Map.of()));
        }
        return entries;
    }

    public InclusionProof proof(long index, Head head) {
        var tree = new Tree(head.checkpoint().size(), store);
        return new InclusionProof(index, tree.inclusionProof(index), head.note());
    }

    /** Entries as they leave the city, with their paths to that checkpoint. */
    public List<ExportedEntry> exported(List<LoggedEntry> entries, Head head) {
        var tree = new Tree(head.checkpoint().size(), store);
        return entries.stream()
                .map(entry -> new ExportedEntry(
                        entry.index(), entry.canonical(), entry.openings(), tree.inclusionProof(entry.index())))
                .toList();
    }
}
