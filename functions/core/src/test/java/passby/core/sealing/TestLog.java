package passby.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.note.TestKeys;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Tile;
import passby.core.tlog.Tree;
import passby.core.tlog.TreeBuilder;
import passby.core.tlog.TreeHash;

/** A log in memory with all that its sealer needs. */
public final class TestLog {
    public final MutableClock clock = new MutableClock(TestData.NOW);
    public final InMemoryPendingEntries pending = new InMemoryPendingEntries();
    public final InMemoryEntryIndex index = new InMemoryEntryIndex();
    public final InMemoryLogStore store = new InMemoryLogStore();

    public SealLedger sealer() {
        return new SealLedger(pending, index, store, TestKeys.LOG, Witnesses.NONE, clock);
    }

    /** A sealer every one of whose steps goes by the interceptor first. */
    SealLedger sealer(Steps steps) {
        return new SealLedger(
                steps.of(PendingEntries.class, pending),
                steps.of(EntryIndex.class, index),
                steps.of(LogStore.class, store),
                TestKeys.LOG,
                Witnesses.NONE,
                clock);
    }

    /** Entries accepted now. */
    public List<Entry> accept(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TestData.entry(EntryType.SEARCH))
                .peek(this::accept)
                .toList();
    }

    public void accept(Entry entry) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        pending.accept(new PendingEntry(entry.entryId(), minute, entry.canonical()));
    }

    public Checkpoint checkpoint() {
        return Head.of(store.find(LogStore.CHECKPOINT).orElseThrow(), TestKeys.LOG.verifierKey())
                .checkpoint();
    }

    /** The ids in the order of the log, after everything in it was checked: bundles, tiles, root, index. */
    public List<String> verifiedIds() {
        var checkpoint = checkpoint();
        var tree = new TreeBuilder((tile, hashes) -> assertThat(
                        Arrays.equals(store.find(tile.path()).orElseThrow(), hashes))
                .isTrue());
        var ids = new ArrayList<String>();
        for (var first = 0L; first < checkpoint.size(); first += Tile.WIDTH) {
            var tile = Tile.holding(Tile.ENTRIES, first, checkpoint.size());
            for (var leaf : EntryBundle.parse(store.find(tile.path()).orElseThrow(), tile.width(), Entry.MAX_BYTES)) {
                tree.append(TreeHash.leaf(leaf));
                ids.add(SealedEntry.parse(leaf).entryId());
            }
        }
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        assertThat(new Tree(checkpoint.size(), store).root()).isEqualTo(checkpoint.root());
        assertThat(ids.stream().map(id -> index.find(id).orElse(-1)).toList())
                .isEqualTo(LongStream.range(0, ids.size()).boxed().toList());
        assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
        return ids;
    }
}
