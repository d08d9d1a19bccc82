package passby.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.Cosignature;
import passby.core.note.Note;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Hash;
import passby.core.tlog.Tile;
import passby.core.tlog.Tree;
import passby.core.tlog.TreeBuilder;
import passby.core.tlog.TreeHash;

/** A log of any leaves, well made or not, signed by the test's key; its files can be tampered with. */
final class RawLog implements ListedFiles {
    static final Instant TIME = TestData.NOW.plusSeconds(90);

    final Map<String, byte[]> files = new TreeMap<>();
    final List<byte[]> leaves = new ArrayList<>();
    private final TreeBuilder tree = new TreeBuilder(this::put);

    static RawLog ofEntries(int count) {
        var log = new RawLog();
        for (var i = 0; i < count; i++) {
            log.add(TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, "7TST" + i, Field.ACTOR, "lopez")));
        }
        return log.sealed();
    }

    RawLog add(Entry entry) {
        return add(entry.canonical());
    }

    RawLog add(String leaf) {
        leaves.add(leaf.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes bundles, tiles and a checkpoint over what was added, with a witness's signature, and archives it. */
    RawLog sealed() {
        var before = tree.size();
        leaves.stream().skip(before).map(TreeHash::leaf).forEach(tree::append);
        tree.partialTiles(before, this::put);
        for (var first = before / Tile.WIDTH * Tile.WIDTH; first < leaves.size(); first += Tile.WIDTH) {
            var tile = Tile.holding(Tile.ENTRIES, first, leaves.size());
            put(tile, EntryBundle.encode(leaves.subList((int) first, (int) first + tile.width())));
        }
        var note = checkpoint(leaves.size(), tree.root(), TIME);
        files.put("checkpoint", note.bytes());
        files.put(String.format("checkpoints/2036-05-06T12Z/%020d", leaves.size()), note.bytes());
        return this;
    }

    static Note checkpoint(long size, Hash root, Instant time) {
        var text = new Checkpoint(TestKeys.LOG.verifierKey().name(), size, root, time).text();
        return TestKeys.LOG.signed(text).with(List.of(Cosignature.sign(TestKeys.WITNESS, text, time)));
    }

    private void put(Tile tile, byte[] bytes) {
        files.put(tile.path(), bytes);
    }

    /** The file itself, to be tampered with. */
    byte[] bytes(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    Note checkpoint() {
        return Note.parse(bytes("checkpoint"));
    }

    Tree tree() {
        return new Tree(leaves.size(), this);
    }

    Report verified() {
        return verified(Optional.empty());
    }

    Report verified(Optional<byte[]> old) {
        var witnesses = List.of(TestKeys.WITNESS.verifierKey());
        return new VerifyLog(this, TestKeys.LOG.verifierKey(), witnesses, TIME.plusSeconds(60), hash -> {}).check(old);
    }

    Collection<Rule> brokenRules() {
        return verified().failures().stream().map(Failure::rule).distinct().toList();
    }

    @Override
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }
}
