package passby.verifier;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passby.core.disclosure.SealedEntry;
import passby.core.id.Digests;
import passby.core.ledger.Entry;
import passby.core.note.Note;
import passby.core.note.VerifierKey;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.LogFiles;
import passby.core.tlog.Tile;
import passby.core.tlog.TreeBuilder;
import passby.core.tlog.TreeHash;
import passby.core.transparency.DataSetFiles;
import passby.core.transparency.Recount;

/** Checks a city's data set against its log: the signature, the hash of every file, and every figure, counted again. */
final class VerifyData {
    private final LogFiles data;
    private final LogFiles log;
    private final VerifierKey key;
    private final Report report = new Report();
    private final Map<String, String> texts = new HashMap<>();

    /** @param data the files under {@code /public/v1/} */
    VerifyData(LogFiles data, LogFiles log, VerifierKey key) {
        this.data = data;
        this.log = log;
        this.key = key;
    }

    Report check() {
        var note = text(DataSetFiles.SIGNED).map(text -> Note.parse(text.getBytes(StandardCharsets.UTF_8)));
        if (note.isEmpty()) {
            report.fail(Rule.DATA_SIGNATURE, DataSetFiles.SIGNED, "there is none");
        } else if (!note.get().isSignedBy(key)) {
            report.fail(Rule.DATA_SIGNATURE, DataSetFiles.SIGNED, "it is not signed by this log's key");
        } else {
            check(DataSetFiles.parse(note.get().text()));
        }
        return report;
    }

    private void check(DataSetFiles.Signed signed) {
        var list = text(DataSetFiles.LIST).orElse("");
        if (!Digests.sha256Hex(list).equals(signed.list())) {
            report.fail(Rule.DATA_FILE, DataSetFiles.LIST, "it is not the list that was signed");
            return;
        }
        var hashes = DataSetFiles.hashes(list);
        hashes.forEach((name, hash) -> {
            if (!text(name).map(Digests::sha256Hex).filter(hash::equals).isPresent()) {
                report.fail(Rule.DATA_FILE, name, "its hash is not the one in the signed list");
            }
        });
        recount(signed, hashes);
        report.fact(
                "data set: " + hashes.size() + " files, made from " + signed.size() + " entries of " + signed.origin());
    }

    private void recount(DataSetFiles.Signed signed, Map<String, String> hashes) {
        var recount = new Recount(name -> hashes.containsKey(name) ? text(name) : Optional.empty(), signed.origin());
        var tree = new TreeBuilder((tile, content) -> {});
        while (tree.size() < signed.size()) {
            var tile = Tile.holding(Tile.ENTRIES, tree.size(), signed.size());
            var leaves = log.find(tile.path())
                    .map(bytes -> EntryBundle.parse(bytes, tile.width(), Entry.MAX_BYTES))
                    .or(() -> log.find(tile.filled().path())
                            .map(bytes -> EntryBundle.parse(bytes, Tile.WIDTH, Entry.MAX_BYTES)
                                    .subList(0, tile.width())));
            if (leaves.isEmpty()) {
                report.fail(Rule.MISSING_FILE, tile.path(), "the data set was made from it");
                return;
            }
            for (var leaf : leaves.get()) {
                recount.entry(tree.size(), SealedEntry.parse(leaf));
                tree.append(TreeHash.leaf(leaf));
            }
        }
        if (!tree.root().equals(signed.root())) {
            report.fail(Rule.DATA_SIGNATURE, DataSetFiles.SIGNED, "it names another root than these entries have");
        }
        recount.faults()
                .forEach(fault -> report.fail(
                        Rule.DATA_FIGURE,
                        fault.substring(0, fault.indexOf(':')),
                        fault.substring(fault.indexOf(':') + 2)));
    }

    /** Each file once: what was hashed is what is counted. */
    private Optional<String> text(String name) {
        if (!texts.containsKey(name)) {
            data.find(name).ifPresent(bytes -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        }
        return Optional.ofNullable(texts.get(name));
    }
}
