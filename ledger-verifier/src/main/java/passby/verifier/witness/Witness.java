package passby.verifier.witness;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import passby.core.note.Cosignature;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.NoteSigner;
import passby.core.note.VerifierKey;
import passby.core.tlog.AddCheckpoint;
import passby.core.tlog.Proofs;
import passby.core.tlog.TreeHash;

/**
 * Signs a checkpoint when it continues the last one of the same log that it signed; whatever else is asked, it refuses as C2SP
 * tlog-witness says.
 */
final class Witness {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private final List<VerifierKey> logs;
    private final NoteSigner signer;
    private final SeenCheckpoints seen;
    private final Clock clock;
    private final Consumer<String> contradictions;

    /** @param contradictions told what a log signed that cannot be true of one log that only grows */
    Witness(
            List<VerifierKey> logs,
            NoteSigner signer,
            SeenCheckpoints seen,
            Clock clock,
            Consumer<String> contradictions) {
        this.logs = List.copyOf(logs);
        this.signer = signer;
        this.seen = seen;
        this.clock = clock;
        this.contradictions = contradictions;
    }

    /** An answer of HTTP. */
    record Answer(int status, String contentType, String body) {}

    /** One request after the other: the check and the memory of it are one step. */
    synchronized Answer addCheckpoint(byte[] body) {
        try {
            var request = AddCheckpoint.parse(body);
            var head = TreeHead.parse(request.checkpoint().text());
            var known = logs.stream()
                    .filter(log -> log.name().equals(head.origin()))
                    .toList();
            if (known.isEmpty()) {
                return new Answer(NOT_FOUND, TEXT, "this log is not witnessed here\n");
            }
            if (known.stream().noneMatch(request.checkpoint()::isSignedBy)) {
                return new Answer(FORBIDDEN, TEXT, "the log's signature is not valid\n");
            }
            return add(request, head);
        } catch (MalformedException e) {
            return new Answer(BAD_REQUEST, TEXT, e.getMessage() + "\n");
        }
    }

    private Answer add(AddCheckpoint request, TreeHead head) {
        var last = seen.find(head.origin()).map(Note::text).map(TreeHead::parse);
        var lastSize = last.map(TreeHead::size).orElse(0L);
        if (request.oldSize() > head.size()) {
            return new Answer(BAD_REQUEST, TEXT, "the old size is larger than the checkpoint's\n");
        }
        if (isFork(last, head)) {
            contradictions.accept("%s signed two trees of %d entries".formatted(head.origin(), lastSize));
            return new Answer(CONFLICT, SIZE, lastSize + "\n");
        }
        if (request.oldSize() != lastSize) {
            return new Answer(CONFLICT, SIZE, lastSize + "\n");
        }
        var lastRoot = last.map(TreeHead::root).orElse(TreeHash.EMPTY);
        if (!Proofs.isConsistent(lastSize, lastRoot, head.size(), head.root(), request.proof())) {
            contradictions.accept("%s asked for %d entries that do not continue the %d seen before"
                    .formatted(head.origin(), head.size(), lastSize));
            return new Answer(UNPROCESSABLE, TEXT, "the checkpoint does not continue the last one\n");
        }
        seen.put(head.origin(), request.checkpoint());
        var line = Cosignature.sign(signer, request.checkpoint().text(), clock.instant());
        return new Answer(OK, TEXT, line.line() + "\n");
    }

    private static boolean isFork(Optional<TreeHead> last, TreeHead head) {
        return last.filter(seen -> seen.size() == head.size() && !seen.root().equals(head.root()))
                .isPresent();
    }

    /** For people: what it saw last of each log. */
    String overview() {
        var text = new StringBuilder("witness ")
                .append(signer.verifierKey().text())
                .append("\n");
        for (var log : logs) {
            var last = seen.find(log.name()).map(note -> new String(note.bytes(), StandardCharsets.UTF_8));
            text.append('\n').append(last.orElse(log.name() + ": nothing seen yet\n"));
        }
        return text.toString();
    }
}
