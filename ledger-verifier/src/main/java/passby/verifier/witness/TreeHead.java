package passby.verifier.witness;

import passby.core.note.MalformedException;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Hash;

/**
 * The three lines of any log's checkpoint that a witness looks at; extension lines are the log's own affair.
 *
 * @param origin the log's name
 */
record TreeHead(String origin, long size, Hash root) {
    private static final int LINES = 3;

    static TreeHead parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length <= LINES
                || lines[0].isEmpty()
                || !Checkpoint.SIZE.matcher(lines[1]).matches()) {
            throw new MalformedException("a checkpoint begins with an origin, a size and a root");
        }
        return new TreeHead(lines[0], Long.parseLong(lines[1]), Hash.parseBase64(lines[2]));
    }
}
