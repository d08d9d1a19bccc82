package passby.recognizer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The recogniser's function gets its new version at once and its caller little by little, so each of them meets the other's version before.
 * Messages of the released version lie in {@code golden-released}, one a line: they are still read, and still written to the letter, because the
 * released version refuses what it does not know. A change of a message is a new version beside this one. {@code -Dgolden=FILE} writes them.
 */
final class ReleasedMessagesTest {
    private static final RecognizerWire WIRE = new RecognizerWire();

    private static List<String> written() {
        return Stream.of(
                        RecognizerWireTest.requests().map(WIRE::encode),
                        RecognizerWireTest.recognitions().map(WIRE::encode),
                        RecognizerWireTest.cuts().map(WIRE::encode),
                        RecognizerWireTest.masked().map(WIRE::encode))
                .flatMap(messages -> messages)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> released() throws IOException {
        try (var file = ReleasedMessagesTest.class.getResourceAsStream("/golden-released/messages.jsonl")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void theReleasedVersionReadsWhatIsWritten() throws IOException {
        var target = System.getProperty("golden");
        if (target != null) {
            Files.writeString(Path.of(target), String.join("\n", written()) + "\n");
        }

        assertThat(written()).isEqualTo(released());
    }

    @Test
    void whatTheReleasedVersionWroteIsRead() throws IOException {
        var messages = released().stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        var requests = RecognizerWireTest.requests().toList();
        var recognitions = RecognizerWireTest.recognitions().toList();

        assertThat(messages.subList(0, requests.size()))
                .extracting(WIRE::decodeRequest)
                .isEqualTo(requests);
        assertThat(messages.subList(requests.size(), requests.size() + recognitions.size()))
                .extracting(WIRE::decodeRecognition)
                .isEqualTo(recognitions);
    }
}
