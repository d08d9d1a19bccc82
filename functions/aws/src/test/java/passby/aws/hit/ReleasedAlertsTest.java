package passby.aws.hit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.core.hit.Alert;
import passby.core.hit.HitId;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;

/**
 * An alert waits in a queue, for hours where a city's system does not answer: the function that takes it out may be of the version before
 * or after the one that put it in. Alerts as the released version wrote them lie in {@code golden-released}, one a line;
 * {@code scripts/release} puts those of {@code golden} there, which {@code -Dgolden=FOLDER} writes.
 */
final class ReleasedAlertsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "alerts.jsonl";

    /** Each category and each way to match, pushed, advisory and escalated. */
    private static List<Alert> alerts() {
        return Stream.concat(
                        Arrays.stream(Category.values())
                                .map(category -> alert(category, MatchType.EXACT, false, false)),
                        Arrays.stream(MatchType.values())
                                .flatMap(match -> Stream.of(
                                        alert(Category.STOLEN_VEHICLE, match, true, false),
                                        alert(Category.STOLEN_VEHICLE, match, false, true))))
                .toList();
    }

    private static Alert alert(Category category, MatchType match, boolean advisory, boolean escalated) {
        return new Alert(
                new HitId("abcdef" + "a".repeat(46)),
                category,
                "north",
                match,
                advisory,
                Duration.ofMinutes(90),
                Duration.ofSeconds(3),
                false,
                escalated);
    }

    private static List<String> lines(String folder) throws IOException {
        try (var file = ReleasedAlertsTest.class.getResourceAsStream("/" + folder + "/" + FILE)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<String> written() {
        return alerts().stream().map(AlertMessage::write).toList();
    }

    private static Map<String, Object> members(String message) {
        try {
            return JSON.readValue(message, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(message, e);
        }
    }

    @Test
    void whatIsWrittenIsWhatTheNextReleaseWillBeHeldTo() throws IOException {
        var target = System.getProperty("golden");
        if (target != null) {
            Files.writeString(Path.of(target).resolve(FILE), String.join("\n", written()) + "\n");
        }

        assertThat(written()).isEqualTo(lines("golden"));
    }

    @Test
    void whatTheReleasedVersionWroteIsRead() throws IOException {
        assertThat(lines("golden-released"))
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(AlertMessage.parse(message)).get().isIn(alerts()));
    }

    /** It reads what it knows by name, and past the rest: so all that it wrote is still written, each with its type, and {@code v} to the letter. */
    @Test
    void theReleasedVersionReadsWhatIsWritten() throws IOException {
        var now = written().stream().map(ReleasedAlertsTest::members).toList();

        assertThat(lines("golden-released")).allSatisfy(message -> {
            var released = members(message);
            assertThat(now).allSatisfy(alert -> {
                assertThat(alert)
                        .containsKeys(released.keySet().toArray(String[]::new))
                        .containsEntry("v", released.get("v"));
                released.forEach(
                        (name, value) -> assertThat(alert.get(name)).as(name).hasSameClassAs(value));
            });
        });
    }

    @Test
    void whatTheNextVersionAddsIsReadPast() {
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(AlertMessage.parse(
                                AlertMessage.write(alert).replaceFirst("\\{", "{\"addedByTheNextVersion\":[1],")))
                        .contains(alert));
    }
}
