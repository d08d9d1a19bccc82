package passby.core.tlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import passby.core.note.MalformedException;

/**
 * The head of a log (C2SP tlog-checkpoint) with one extension line: the time. Every entry that was accepted before it is in the
 * tree.
 *
 * @param origin the log's name, its first line
 * @param size entries in the tree
 * @param root of the tree
 * @param time of the look at what waits, in whole seconds
 */
public record Checkpoint(String origin, long size, Hash root, Instant time) {
    private static final String TIME = "time ";
    private static final int LINES = 4;
    /** A size of a tree, or an index in it. */
    public static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        time = Instant.ofEpochSecond(time.getEpochSecond());
        if (origin.isEmpty() || size < 0) {
            throw new MalformedException("a checkpoint has an origin and a size");
        }
    }

    /** The text of a note: nothing but the four lines. */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != LINES + 1
                || !lines[3].startsWith(TIME)
                || !SIZE.matcher(lines[1]).matches()) {
            throw new MalformedException("a checkpoint is an origin, a size, a root and a time");
        }
        var checkpoint =
                new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.parseBase64(lines[2]), parseTime(lines[3]));
        if (!checkpoint.text().equals(text)) {
            throw new MalformedException("a checkpoint is written in one way only");
        }
        return checkpoint;
    }

    public String text() {
        return String.join("\n", Arrays.asList(origin, Long.toString(size), root.base64(), TIME + time, ""));
    }

    private static Instant parseTime(String line) {
        try {
            return Instant.parse(line.substring(TIME.length()));
        } catch (DateTimeException e) {
            throw new MalformedException("the time of a checkpoint is UTC in seconds");
        }
    }
}
