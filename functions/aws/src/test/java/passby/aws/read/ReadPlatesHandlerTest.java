package passby.aws.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.stub.Events;
import passby.aws.stub.NoContext;
import passby.core.ledger.Count;
import passby.core.ledger.InMemoryCounters;
import passby.core.picture.FrameRef;
import passby.core.picture.RejectReason;
import passby.core.read.Processed;
import passby.core.read.ReceivedFrame;
import passby.core.recognition.Engine;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;

class ReadPlatesHandlerTest {
    private static final String BUCKET = "passby-uploads-example";
    private static final String FIRST = "u/1/202611231200/elm-and-third/01KAR2V4X6M0S9QK3P5T8B1CDB.jpg";
    private static final String SECOND = "u/2/202611231200/elm-and-third/01KAR2V4X6M0S9QK3P5T8B1CDC.jpg";
    private static final String THIRD = "u/3/202611231200/elm-and-third/01KAR2V4X6M0S9QK3P5T8B1CDD.jpg";
    private static final String FIRST_MESSAGE = "059f36b4-87a3-44ab-83d2-661975830a7d";
    private static final String SECOND_MESSAGE = "2e1424d4-f796-459a-8184-9c92662be6da";
    private static final Processed NO_PLATE = new Processed.NoPlate(new Engine("container", "1"));

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:05Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> measured = new ArrayList<>();
    private final List<String> comesBack = new ArrayList<>();
    private NonHitRetention retention = NonHitRetention.DAYS_7;
    private final List<ReceivedFrame> received = new ArrayList<>();
    private final InMemoryCounters counters = new InMemoryCounters();

    @Test
    void aFrameIsReceivedFromItsPlaceAtTheTimeOfTheEvent() {
        var failed = handle("sqs-with-s3-event", frame -> NO_PLATE);

        assertThat(received)
                .containsExactly(new ReceivedFrame(
                        new FrameRef(BUCKET, "u/7/202611231200/camera 1 ü/01KAR2V4X6M0S9QK3P5T8B1CDE.jpg"),
                        Instant.parse("2026-11-23T12:00:04.120Z")));
        assertThat(failed).isEmpty();
    }

    @Test
    void theTestEventOfABucketIsDone() {
        var failed = handle("sqs-with-s3-test-event", frame -> NO_PLATE);

        assertThat(failed).isEmpty();
        assertThat(keys()).containsExactly(SECOND);
        assertThat(counters.total(Count.FRAME_MALFORMED_EVENT)).isZero();
    }

    @Test
    void everyFrameOfAMessageIsReadAndWhatIsNoneIsCounted() {
        var failed = handle("sqs-with-two-s3-events", frame -> NO_PLATE);

        assertThat(failed).isEmpty();
        assertThat(keys()).containsExactly(FIRST, THIRD);
        assertThat(counters.total(Count.FRAME_MALFORMED_EVENT)).isOne();
    }

    static List<String> malformed() {
        var names = Events.names("sqs-malformed-");
        assertThat(names).hasSizeGreaterThan(15);
        return names;
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedMessageIsCountedAndDoneAndItsNeighboursAreRead(String name) {
        var failed = handle(name, frame -> NO_PLATE);

        assertThat(failed).isEmpty();
        assertThat(keys()).containsExactly(FIRST, THIRD);
        assertThat(counters.total(Count.FRAME_MALFORMED_EVENT)).isOne();
    }

    @Test
    void onlyTheMessageOfAFrameThatMustBeTriedAgainGoesBack() {
        var failed = handle(
                "sqs-with-three-messages", frame -> isSecond(frame) ? new Processed.Retry("throttled") : NO_PLATE);

        assertThat(failed).containsExactly(SECOND_MESSAGE);
        assertThat(keys()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void onlyTheMessageOfAFrameThatBrokeGoesBack() {
        var failed = handle("sqs-with-three-messages", frame -> {
            if (isSecond(frame)) {
                throw new IllegalStateException("the store is away");
            }
            return NO_PLATE;
        });

        assertThat(failed).containsExactly(SECOND_MESSAGE);
        assertThat(keys()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aFrameThatBreaksDoesNotKeepItsMessagesOtherFramesFromBeingRead() {
        var failed = handle("sqs-with-two-s3-events", frame -> {
            throw new IllegalStateException("the store is away");
        });

        assertThat(failed).containsExactly(FIRST_MESSAGE);
        assertThat(keys()).containsExactly(FIRST, THIRD);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(NO_PLATE),
                Arguments.of(new Processed.Rejected(RejectReason.DAMAGED)),
                Arguments.of(new Processed.AlreadyProcessed()),
                Arguments.of(new Processed.Gone()),
                Arguments.of(new Processed.TooLate()),
                Arguments.of(new Processed.Foreign()));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whatIsSettledDoesNotGoBack(Processed processed) {
        var failed = handle("sqs-with-three-messages", frame -> processed);

        assertThat(failed).isEmpty();
    }

    @Test
    void whatWasReadIsMeasured() {
        handle("sqs-with-three-messages", frame -> isSecond(frame) ? new Processed.Retry("throttled") : NO_PLATE);

        assertThat(measured).containsExactly("FRAMES_READ 1", "RECOGNIZER_FAILURES 1", "FRAMES_READ 1");
    }

    @Test
    void anAlertThatWentOutWithItsFrameTellsHowLongItTook() {
        var read = ARead.of("upload", "7TST123", NOW.minusSeconds(3));
        var hit = read.hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
        var took = Duration.between(hit.sighting().capturedAt(), NOW).toMillis();

        handle(
                "sqs-with-two-s3-events",
                frame -> new Processed.Done(read.frame(List.of()), List.of(read.build()), List.of(hit)));

        assertThat(measured)
                .contains("FRAMES_READ 1", "CAPTURE_TO_ALERT " + took)
                .anyMatch(line -> line.startsWith("UPLOAD_TO_ALERT "));
    }

    @Test
    void aFailedMessageComesBackSoonInsteadOfWhenItsQueueSays() {
        handle("sqs-with-s3-event", frame -> new Processed.Retry("throttled"));

        assertThat(comesBack).containsExactly(FIRST_MESSAGE + " 10");
    }

    @Test
    void whatIsDoneDoesNotChangeItsVisibility() {
        handle("sqs-with-s3-event", frame -> NO_PLATE);

        assertThat(comesBack).isEmpty();
    }

    @Test
    void inFlushModeAMessageWhoseReaderDiesComesBackInTime() {
        retention = NonHitRetention.FLUSH;

        handle("sqs-with-s3-event", frame -> NO_PLATE);

        assertThat(comesBack).containsExactly(FIRST_MESSAGE + " 25");
    }

    /** As Lambda hands it over, in bytes. */
    private List<String> handle(String event, Function<ReceivedFrame, Processed> readPlates) {
        var handler = new ReadPlatesHandler(
                frame -> {
                    received.add(frame);
                    return readPlates.apply(frame);
                },
                counters,
                (metric, value) -> measured.add(metric + " " + value),
                new RetryPace(
                        (message, after) -> comesBack.add(message.getMessageId() + " " + after.toSeconds()),
                        () -> retention),
                Clock.fixed(NOW, ZoneOffset.UTC));
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(Events.text(event).getBytes(UTF_8)), answer, new NoContext());
            return JSON.readTree(answer.toByteArray()).findValuesAsText("itemIdentifier");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSecond(ReceivedFrame frame) {
        return frame.ref().key().equals(SECOND);
    }

    private List<String> keys() {
        return received.stream().map(frame -> frame.ref().key()).toList();
    }
}
