package passby.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import passby.core.ledger.Entry;
import passby.core.note.Cosignature;
import passby.core.note.MalformedException;
import passby.core.note.VerifierKey;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Hash;
import passby.core.tlog.Tile;
import passby.core.tlog.TreeBuilder;
import passby.core.tlog.TreeHash;

/**
 * Checks a whole log: every entry, every tile, every checkpoint that can be found, in one pass from the first entry to the last. Memory
 * grows by 16 bytes an entry.
 */
public final class VerifyLog {
    private static final String CHECKPOINT = "checkpoint";

    private final ListedFiles files;
    private final VerifierKey key;
    private final List<VerifierKey> witnesses;
    private final Instant now;
    private final Consumer<Hash> leaves;
    private final Report report = new Report();
    private final EntryChecks entries = new EntryChecks(report);

    /**
     * @param witnesses that must have signed the newest checkpoint
     * @param leaves is given the hash of each entry, in the order of the log
     */
    public VerifyLog(
            ListedFiles files, VerifierKey key, List<VerifierKey> witnesses, Instant now, Consumer<Hash> leaves) {
        this.files = files;
        this.key = key;
        this.witnesses = List.copyOf(witnesses);
        this.now = now;
        this.leaves = leaves;
    }

    /** @param old a checkpoint that was kept from an earlier day, to be continued by this log */
    public Report check(Optional<byte[]> old) {
        var newest = files.find(CHECKPOINT);
        if (newest.isEmpty()) {
            report.fail(Rule.MISSING_FILE, CHECKPOINT, "there is no checkpoint");
            return report;
        }
        SignedCheckpoint.of(CHECKPOINT, newest.get(), key, now, report).ifPresent(head -> check(head, old));
        return report;
    }

    /** Hashes of the policy documents under which the entries were written; complete after {@link #check}. */
    public Set<String> policies() {
        return entries.policies();
    }

    /** Whether an entry of that id is in the log; complete after {@link #check}. */
    boolean holds(String entryId) {
        return entries.holds(entryId);
    }

    private void check(SignedCheckpoint head, Optional<byte[]> old) {
        var earlier = earlier(head, old);
        checkWitnesses(head);
        var walk = new Walk(head, earlier);
        try {
            walk.run();
        } catch (MalformedException e) {
            report.fail(Rule.BUNDLE, walk.place, String.valueOf(e.getMessage()));
        }
    }

    /** Every older checkpoint that can be found, smallest first. */
    private List<SignedCheckpoint> earlier(SignedCheckpoint head, Optional<byte[]> old) {
        var found = new ArrayList<SignedCheckpoint>();
        old.flatMap(bytes -> SignedCheckpoint.of("--old", bytes, key, now, report))
                .ifPresent(found::add);
        for (var path : files.paths()) {
            if (path.startsWith("checkpoints/")) {
                files.find(path)
                        .flatMap(bytes -> SignedCheckpoint.of(path, bytes, key, now, report))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingLong(SignedCheckpoint::size));
        for (var checkpoint : found) {
            if (checkpoint.size() > head.size()) {
                report.fail(
                        Rule.TAIL_LOST,
                        checkpoint.place(),
                        "it covers " + checkpoint.size() + " entries, the newest only " + head.size());
            }
        }
        return found;
    }

    private void checkWitnesses(SignedCheckpoint head) {
        var signed = 0;
        for (var witness : witnesses) {
            var at = head.note()
                    .signature(witness)
                    .flatMap(line -> Cosignature.verify(witness, head.note().text(), line));
            if (at.isPresent()) {
                signed++;
                report.fact("witnessed by " + witness.name() + " at " + at.get());
            } else {
                report.fail(Rule.WITNESS, CHECKPOINT, "no valid signature of the witness " + witness.name());
            }
        }
        if (signed == 0) {
            var others = head.note().signatures().size() - 1;
            report.fact(others > 0 ? others + " signatures of witnesses whose keys were not given" : "UNWITNESSED");
        }
    }

    /** One pass over the entries. */
    private final class Walk {
        private final SignedCheckpoint head;
        private final List<SignedCheckpoint> earlier;
        private final PartialFiles partial = new PartialFiles(files, report);
        private final TreeBuilder tree = new TreeBuilder(this::checkTile);
        private int nextEarlier;
        private String place = CHECKPOINT;

        Walk(SignedCheckpoint head, List<SignedCheckpoint> earlier) {
            this.head = head;
            this.earlier = earlier;
        }

        void run() {
            checkEarlier();
            while (tree.size() < head.size() && !report.isFull()) {
                if (!add(Tile.holding(Tile.ENTRIES, tree.size(), head.size()))) {
                    return;
                }
            }
            tree.partialTiles(0, this::checkTile);
            partial.finish();
            if (!tree.root().equals(head.checkpoint().root())) {
                report.fail(Rule.ROOT, CHECKPOINT, "the entries do not lead to its root");
            }
            entries.finish(head.checkpoint().time());
            report.fact(tree.size() + " entries, " + earlier.size() + " older checkpoints, newest of "
                    + head.checkpoint().time());
            report.fact("types: " + entries.types());
        }

        /** @return false when the bundle is missing */
        private boolean add(Tile tile) {
            place = tile.path();
            var bytes = files.find(tile.path()).or(() -> cut(tile));
            if (bytes.isEmpty()) {
                report.fail(Rule.MISSING_FILE, place, "the checkpoint demands it");
                return false;
            }
            var bundle = EntryBundle.parse(bytes.get(), tile.width(), Entry.MAX_BYTES);
            for (var leaf : bundle) {
                entries.check(tree.size(), place, leaf);
                var hash = TreeHash.leaf(leaf);
                leaves.accept(hash);
                tree.append(hash);
                checkEarlier();
            }
            partial.checkBundles(tile, bytes.get(), bundle);
            return true;
        }

        /** What stands in the full bundle in place of a partial one that is gone. */
        private Optional<byte[]> cut(Tile tile) {
            return tile.isPartial()
                    ? files.find(tile.filled().path())
                            .map(full -> EntryBundle.encode(EntryBundle.parse(full, Tile.WIDTH, Entry.MAX_BYTES)
                                    .subList(0, tile.width())))
                    : Optional.empty();
        }

        private void checkEarlier() {
            while (nextEarlier < earlier.size() && earlier.get(nextEarlier).size() == tree.size()) {
                var checkpoint = earlier.get(nextEarlier++);
                if (!checkpoint.checkpoint().root().equals(tree.root())) {
                    var isFork = checkpoint.size() == head.size();
                    report.fail(
                            isFork ? Rule.FORK : Rule.CONSISTENCY,
                            checkpoint.place(),
                            isFork
                                    ? "two checkpoints of one size have two roots"
                                    : "the first " + checkpoint.size() + " entries are not those that it covered");
                }
            }
        }

        private void checkTile(Tile tile, byte[] hashes) {
            place = tile.path();
            var found = files.find(place)
                    .or(() -> tile.isPartial() ? files.find(tile.filled().path()) : Optional.empty());
            if (found.isEmpty()) {
                report.fail(Rule.MISSING_FILE, place, "the checkpoint demands it");
            } else if (!PartialFiles.beginsWith(found.get(), hashes)) {
                report.fail(Rule.TILE, place, "it does not hold the hashes of its entries");
            }
            partial.checkTiles(tile, hashes);
        }
    }
}
