package passby.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.disclosure.EntryFormatException;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.note.MalformedException;
import passby.core.note.VerifierKey;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Hash;
import passby.core.tlog.LogFiles;
import passby.core.tlog.Proofs;
import passby.core.tlog.Tree;

/** Checks what single persons hold, offline: a receipt with its proof, a disclosure, an export. */
public final class VerifyProof {
    private final VerifierKey key;
    private final Instant now;
    private final Report report = new Report();

    public VerifyProof(VerifierKey key, Instant now) {
        this.key = key;
        this.now = now;
    }

    /** @param answer of the API to the call whose entry is asked about, with its proof */
    public Report receipt(String answer) {
        try {
            var receipt = Receipt.parse(answer);
            if (receipt.proof().isEmpty()) {
                report.fail(Rule.RECEIPT, "--receipt", "it has no proof: name a log to look for it");
            }
            receipt.proof()
                    .ifPresent(proof -> SignedCheckpoint.of(
                                    "the proof's checkpoint", proof.checkpoint().bytes(), key, now, report)
                            .ifPresent(head -> include(
                                    "--receipt", receipt.leafHash(), proof.index(), proof.path(), head.checkpoint())));
            report.fact("entry " + receipt.entryId());
        } catch (MalformedException e) {
            report.fail(Rule.RECEIPT, "--receipt", String.valueOf(e.getMessage()));
        }
        return report;
    }

    /** @param json an export, or the disclosure of one field */
    public Report export(String json) {
        try {
            var export = LedgerExport.parse(json);
            SignedCheckpoint.of("the export's checkpoint", export.checkpoint().bytes(), key, now, report)
                    .ifPresent(head -> export.entries().forEach(entry -> check(entry, head.checkpoint())));
            report.fact(export.entries().size() + " entries, "
                    + export.entries().stream()
                            .mapToInt(entry -> entry.openings().size())
                            .sum() + " opened fields");
        } catch (EntryFormatException e) {
            report.fail(Rule.EXPORT_FORM, "--export", String.valueOf(e.getMessage()));
        }
        return report;
    }

    /** Whether a log continues the checkpoint that a proof or an export leads to; the log's own head is checked first. */
    public Report continued(byte[] checkpoint, LogFiles log) {
        var head = log.find("checkpoint").flatMap(bytes -> SignedCheckpoint.of("checkpoint", bytes, key, now, report));
        var earlier = SignedCheckpoint.of("the proof's checkpoint", checkpoint, key, now, report);
        if (head.isPresent() && earlier.isPresent()) {
            continued(earlier.get().checkpoint(), head.get().checkpoint(), log);
        }
        return report;
    }

    private void continued(Checkpoint earlier, Checkpoint head, LogFiles log) {
        var first = earlier.size() <= head.size() ? earlier : head;
        var second = earlier.size() <= head.size() ? head : earlier;
        if (second.equals(earlier) && !earlier.equals(head)) {
            report.fact("the log's copy ends before the proof's checkpoint: ask again when it has grown");
            return;
        }
        try {
            var proof = new Tree(second.size(), log).consistencyProof(first.size());
            if (!Proofs.isConsistent(first.size(), first.root(), second.size(), second.root(), proof)) {
                report.fail(
                        first.size() == second.size() ? Rule.FORK : Rule.CONSISTENCY,
                        "checkpoint",
                        "the log does not continue the proof's checkpoint");
            }
        } catch (MalformedException e) {
            report.fail(Rule.TILE, "checkpoint", String.valueOf(e.getMessage()));
        }
    }

    private void check(ExportedEntry entry, Checkpoint checkpoint) {
        var place = "entry " + entry.index();
        include(place, entry.leaf(), entry.index(), entry.path(), checkpoint);
        try {
            for (var field : entry.falselyOpened()) {
                report.fail(Rule.COMMITMENT, place, field.code() + " is not what the entry committed to");
            }
        } catch (EntryFormatException e) {
            report.fail(Rule.ENTRY_FORM, place, String.valueOf(e.getMessage()));
        }
    }

    private void include(String place, Hash leaf, long index, List<Hash> path, Checkpoint checkpoint) {
        if (!Proofs.isIncluded(leaf, index, checkpoint.size(), checkpoint.root(), path)) {
            report.fail(Rule.INCLUSION, place, "the proof does not lead to the checkpoint's root");
        }
    }

    /** The checkpoint inside a receipt's proof or an export, to be compared with a log. */
    public static Optional<byte[]> checkpointOf(String file) {
        try {
            return file.contains(LedgerExport.FORMAT)
                    ? Optional.of(LedgerExport.parse(file).checkpoint().bytes())
                    : Receipt.parse(file)
                            .proof()
                            .map(proof -> proof.checkpoint().bytes());
        } catch (EntryFormatException | MalformedException e) {
            return Optional.empty();
        }
    }
}
