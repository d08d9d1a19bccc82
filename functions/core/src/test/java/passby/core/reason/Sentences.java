package passby.core.reason;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences of a file of the test resources, with what a reader of the rules says of each. */
final class Sentences {
    private static final Pattern LINE = Pattern.compile("\"((?:[^\"]|\"\")*)\",(pass|refuse),([^,]*)");
    private static final Pattern PLAIN = Pattern.compile("([^,\"]*),(pass|refuse),([^,]*)");

    /** @param kind why it is in the file */
    record Sentence(String text, boolean passes, String kind) {}

    private Sentences() {}

    static List<Sentence> of(String file) {
        try (var stream = Sentences.class.getResourceAsStream("/reasons/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Sentences::sentence)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sentence sentence(String line) {
        var quoted = LINE.matcher(line);
        if (quoted.matches()) {
            return new Sentence(
                    quoted.group(1).replace("\"\"", "\""), quoted.group(2).equals("pass"), quoted.group(3));
        }
        var plain = PLAIN.matcher(line);
        if (!plain.matches()) {
            throw new IllegalStateException("no sentence: " + line);
        }
        return new Sentence(plain.group(1), plain.group(2).equals("pass"), plain.group(3));
    }
}
