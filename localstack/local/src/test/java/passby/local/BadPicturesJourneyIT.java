package passby.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import passby.core.ledger.Count;
import passby.core.picture.FrameLimits;
import passby.core.picture.RejectReason;
import passby.core.read.Processed;
import passby.local.springfield.Samples;

/** Whatever arrives instead of a picture is rejected by name and counted, and its neighbours are read. */
@ExtendWith(SharedCity.class)
class BadPicturesJourneyIT {
    private static final Duration USUAL_VISIBILITY = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void badPicturesBetweenGoodOnesAreNamedAndCountedAndTheGoodOnesAreRead(TestCity city) throws Exception {
        var good = picture();
        var before = rejected(city);

        var uploadIds = city.send(
                city.shot(good),
                city.shot(BadFrames.png()),
                city.shot(BadFrames.text()),
                city.shot(BadFrames.truncated(good)),
                city.shot(BadFrames.bomb(good)),
                city.shot(BadFrames.withExifThatLeadsAstray(good)),
                city.shot(BadFrames.withExifOrientationOfNoKind(good)),
                city.shot(good));
        var ends = new ArrayList<Processed>();
        for (var uploadId : uploadIds) {
            ends.add(city.happenings().end(uploadId));
        }

        assertThat(ends.subList(1, 5))
                .containsExactly(
                        new Processed.Rejected(RejectReason.NOT_A_JPEG),
                        new Processed.Rejected(RejectReason.NOT_A_JPEG),
                        new Processed.Rejected(RejectReason.DAMAGED),
                        new Processed.Rejected(RejectReason.TOO_MANY_PIXELS));
        assertThat(List.of(ends.get(0), ends.get(5), ends.get(6), ends.get(7)))
                .allSatisfy(end -> assertThat(plates(end)).contains("9KZX418"));
        before.merge(Count.FRAME_REJECTED_NOT_A_JPEG, 2L, Long::sum);
        before.merge(Count.FRAME_REJECTED_DAMAGED, 1L, Long::sum);
        before.merge(Count.FRAME_REJECTED_TOO_MANY_PIXELS, 1L, Long::sum);
        assertThat(rejected(city)).isEqualTo(before);
        assertNothingIsLeft(city, uploadIds);
    }

    private byte[] picture() throws Exception {
        return Files.readAllBytes(Samples.unpack(folder).getFirst());
    }

    private static List<String> plates(Processed processed) {
        return processed instanceof Processed.Done done
                ? done.reads().stream().map(read -> read.plate().raw()).toList()
                : List.of();
    }

    private static Map<Count, Long> rejected(TestCity city) {
        var rejected = new LinkedHashMap<Count, Long>();
        for (var count : Count.values()) {
            if (count.name().startsWith("FRAME_REJECTED_")) {
                rejected.put(count, city.counted(count));
            }
        }
        return rejected;
    }

    private static void assertNothingIsLeft(TestCity city, List<String> uploadIds) throws InterruptedException {
        city.awaitQuiet();
        assertThat(city.messages(city.queue().deadLetterUrl())).isZero();
        assertThat(city.uploads()).noneMatch(key -> uploadIds.stream().anyMatch(key::contains));
    }

    @Test
    void noBytesAndFiftyMegabytesAreRefusedByNameBeforeTheyAreSent(TestCity city) throws Exception {
        for (var length : List.of(0, FrameLimits.MAX_BYTES + 1, 50_000_000)) {
            var body = (ObjectNode) new ObjectMapper().readTree(Bodies.announcement(city.shot(BadFrames.text())));
            ((ObjectNode) body.withArray("uploads").get(0)).put("contentLength", length);

            var refused = city.ask(city.camera(), body.toString().getBytes(UTF_8));

            assertThat(refused.problems()).containsExactly("uploads[0].contentLength out-of-range");
        }
    }

    @Test
    void messagesThatNobodyUnderstandsAreCountedAndHoldUpNothing(TestCity city) throws Exception {
        var junk = malformedMessages();
        var before = city.counted(Count.FRAME_MALFORMED_EVENT);

        junk.forEach(city::tell);
        var uploadId = city.send(SpellingRecognizer.frame("BDM2201/CA"));
        junk.forEach(city::tell);

        assertThat(plates(city.happenings().end(uploadId))).containsExactly("BDM2201");
        assertNothingIsLeft(city, List.of(uploadId));
        assertThat(junk).hasSizeGreaterThan(10);
        assertThat(city.counted(Count.FRAME_MALFORMED_EVENT)).isGreaterThanOrEqualTo(before + 2L * junk.size());
    }

    /** The one message of each batch in {@code events/} that tells of no frame; a queue takes no empty one. */
    private static List<String> malformedMessages() throws Exception {
        var bodies = new ArrayList<String>();
        var events = Path.of(
                Objects.requireNonNull(SharedCity.class.getResource("/events")).toURI());
        try (var files = Files.newDirectoryStream(events, "sqs-malformed-*.json")) {
            for (var file : files) {
                bodies.add(new ObjectMapper()
                        .readTree(file.toFile())
                        .at("/Records/1/body")
                        .asText());
            }
        }
        bodies.removeIf(String::isEmpty);
        return bodies;
    }

    @Test
    void aFrameOverWhichTheRecogniserBreaksEndsAmongTheDeadLettersAndItsNeighboursAreRead(TestCity city)
            throws Exception {
        var breaking = city.shot(SpellingRecognizer.breaking("BDM2202"));
        city.visibility(Duration.ofSeconds(3));

        try {
            var uploadIds = city.send(
                    city.shot(SpellingRecognizer.frame("BDM2203/CA")),
                    breaking,
                    city.shot(SpellingRecognizer.frame("BDM2204/CA")));

            assertThat(plates(city.happenings().end(uploadIds.getFirst()))).containsExactly("BDM2203");
            assertThat(plates(city.happenings().end(uploadIds.getLast()))).containsExactly("BDM2204");
            Patience.until("a dead letter", () -> city.messages(city.queue().deadLetterUrl()) == 1);
            var letter = city.takeDeadLetter();
            assertThat(letter).contains(uploadIds.get(1));
            // An upload's id is random and may hold these three letters itself.
            assertThat(letter.replace(uploadIds.get(1), "")).doesNotContain("BDM", "k1.");
            assertThat(city.log()).contains("A frame goes back to the queue").doesNotContain("BDM2202");
        } finally {
            city.visibility(USUAL_VISIBILITY);
        }
    }
}
