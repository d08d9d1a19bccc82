package passby.core.transparency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.id.Digests;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Hash;

/**
 * What is signed: {@code files.csv} names every file of the data set with its hash, and a signed note holds the hash of that with the
 * checkpoint that all was made from.
 */
public final class DataSetFiles {
    public static final String LIST = "files.csv";
    public static final String SIGNED = "signed.txt";

    /** The first line of the note: no log has this name, so that nobody takes the note for a checkpoint. */
    public static final String FORMAT = "passby-data-set/1";

    static final String HEADER = Csv.line("file", "bytes", "sha256");

    private static final int LINES = 5;

    private DataSetFiles() {}

    /**
     * The list with the hashes of files that were written.
     *
     * @param before the list as it was, or empty
     * @param written text of each by its name
     */
    static String list(String before, Map<String, String> written) {
        var rows = new TreeMap<String, String>();
        Csv.lines(before).stream().skip(1).forEach(row -> rows.put(row.substring(0, row.indexOf(',')), row));
        written.forEach((name, text) ->
                rows.put(name, Csv.line(name, text.getBytes(StandardCharsets.UTF_8).length, Digests.sha256Hex(text))));
        return Csv.text(Stream.concat(Stream.of(HEADER), rows.values().stream()).toList());
    }

    /** SHA-256 of each file by its name, as a list has them. */
    public static Map<String, String> hashes(String list) {
        return Csv.lines(list).stream()
                .skip(1)
                .map(Csv::cells)
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    /** The text of the note. */
    public static String note(Checkpoint checkpoint, String list) {
        return String.join(
                        "\n",
                        FORMAT,
                        checkpoint.origin(),
                        Long.toString(checkpoint.size()),
                        checkpoint.root().base64(),
                        Digests.sha256Hex(list))
                + "\n";
    }

    /** How many entries a note's data set was made from. @throws IllegalArgumentException when it is none */
    public static long size(String noteText) {
        return parse(noteText).size();
    }

    /**
     * What a note says.
     *
     * @param origin of the log
     * @param size entries that the data set was made from
     * @param root of the log at that size
     * @param list SHA-256 of {@code files.csv}
     */
    public record Signed(String origin, long size, Hash root, String list) {}

    /** @throws IllegalArgumentException when it is none */
    public static Signed parse(String noteText) {
        var lines = noteText.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[0].equals(FORMAT)) {
            throw new IllegalArgumentException(SIGNED + " is not the signature of a data set");
        }
        return new Signed(lines[1], Long.parseLong(lines[2]), Hash.parseBase64(lines[3]), lines[4]);
    }
}
