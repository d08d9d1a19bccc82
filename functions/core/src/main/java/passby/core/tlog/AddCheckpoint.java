package passby.core.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passby.core.note.MalformedException;
import passby.core.note.Note;

/**
 * What a log sends to a witness (C2SP tlog-witness, add-checkpoint).
 *
 * @param oldSize of the checkpoint that the witness signed last, 0 for none
 * @param proof of consistency from that to this one, at most 63 hashes
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, Note checkpoint) {
    /** The request of a note of the largest size with 63 hashes. */
    public static final int MAX_BYTES = Note.MAX_BYTES + 4096;

    private static final int MAX_PROOF = 63;
    private static final Pattern OLD = Pattern.compile("old (" + Checkpoint.SIZE + ")");

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (proof.size() > MAX_PROOF) {
            throw new MalformedException("a consistency proof has at most 63 hashes");
        }
    }

    public static AddCheckpoint parse(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new MalformedException("a request to a witness is at most 68 kB");
        }
        var text = Note.utf8(body);
        var end = text.indexOf("\n\n");
        if (end < 0) {
            throw new MalformedException("an empty line is missing before the checkpoint");
        }
        var lines = text.substring(0, end).split("\n", -1);
        var old = OLD.matcher(lines[0]);
        if (!old.matches()) {
            throw new MalformedException("the first line is not an old size");
        }
        var proof = new ArrayList<Hash>();
        for (var line = 1; line < lines.length; line++) {
            proof.add(Hash.parseBase64(lines[line]));
        }
        var note = Note.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
        return new AddCheckpoint(Long.parseLong(old.group(1)), proof, note);
    }

    public byte[] bytes() {
        var head = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> head.append(hash.base64()).append('\n'));
        head.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }
}
