package passby.core.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passby.core.note.MalformedException;
import passby.core.note.Note;

/**
 * Proves offline that an entry is in the log (C2SP tlog-proof).
 *
 * @param index of the entry in the log
 * @param path from the leaf's sibling up to the root's child
 * @param checkpoint that the path leads to
 */
public record InclusionProof(long index, List<Hash> path, Note checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final int MAX_PATH = 63;
    private static final Pattern INDEX = Pattern.compile("index (" + Checkpoint.SIZE + ")");

    public InclusionProof {
        path = List.copyOf(path);
        if (path.size() > MAX_PATH) {
            throw new MalformedException("an inclusion proof has at most 63 hashes");
        }
    }

    public static InclusionProof parse(String text) {
        var end = text.indexOf("\n\n");
        if (end < 0 || text.length() > AddCheckpoint.MAX_BYTES) {
            throw new MalformedException("not a tlog-proof");
        }
        var lines = text.substring(0, end).split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(HEADER)) {
            throw new MalformedException("not a tlog-proof of version 1");
        }
        var index = INDEX.matcher(lines[1]);
        if (!index.matches()) {
            throw new MalformedException("the second line of a tlog-proof is not an index");
        }
        var path = new ArrayList<Hash>();
        for (var line = 2; line < lines.length; line++) {
            path.add(Hash.parseBase64(lines[line]));
        }
        var note = Note.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
        return new InclusionProof(Long.parseLong(index.group(1)), path, note);
    }

    public String text() {
        var text = new StringBuilder(HEADER).append("\nindex ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n')
                .append(new String(checkpoint.bytes(), StandardCharsets.UTF_8))
                .toString();
    }
}
