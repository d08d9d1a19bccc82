package passby.aws.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.measure.Metrics;
import passby.aws.stub.CapturedLog;
import passby.aws.stub.Events;
import passby.aws.stub.NoContext;
import passby.core.ledger.InMemoryCounters;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.read.Processed;
import passby.core.read.ReceivedFrame;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

/** What the function that reads plates may never write, whatever goes wrong. */
class ReadPlatesLogTest {
    private static final String PLATE = "7MDU042";
    private static final PlateKey PLATE_KEY = TestData.CITY_KEY.plateKey(new Plate(PLATE));
    private static final String SIGNATURE = "fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024";
    private static final String EVERYTHING =
            PLATE + " " + PLATE_KEY.value() + " https://uploads.example/u/1?X-Amz-Signature=" + SIGNATURE;

    static List<String> events() {
        return Events.names("sqs-");
    }

    @ParameterizedTest
    @MethodSource("events")
    void anExceptionIsLoggedByItsClassAndPlaceAndNotByItsWords(String event) {
        var log = log(event, frame -> {
            throw new IllegalStateException(EVERYTHING, new IllegalArgumentException(EVERYTHING));
        });

        assertThat(log)
                .contains("java.lang.IllegalStateException", "caused by java.lang.IllegalArgumentException")
                .contains("at passby.aws.read.ReadPlatesHandler");
        tellsNothing(log);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFrameThatMustBeTriedAgainIsLoggedByItsReason(String event) {
        var log = log(event, frame -> new Processed.Retry("rekognition: ThrottlingException 400"));

        assertThat(log).contains("rekognition: ThrottlingException 400");
        tellsNothing(log);
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatWentWellIsNotLogged(String event) {
        var log = log(event, frame -> new Processed.AlreadyProcessed());

        assertThat(log).isEmpty();
    }

    private static void tellsNothing(String log) {
        assertThat(log)
                .doesNotContain(PLATE, PLATE_KEY.value(), SIGNATURE, "X-Amz", "https:")
                .doesNotContain("eventTime", "elm-and-third", "01KAR2V4X6M0S9QK3P5T8B1CD");
    }

    private static String log(String event, Function<ReceivedFrame, Processed> readPlates) {
        var clock = Clock.fixed(Instant.parse("2026-11-23T12:00:05Z"), ZoneOffset.UTC);
        var sqs = LambdaEventSerializers.serializerFor(SQSEvent.class, SQSEvent.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(Events.text(event).getBytes(UTF_8)));
        try (var captured = new CapturedLog()) {
            new ReadPlatesHandler(
                            readPlates,
                            new InMemoryCounters(),
                            Metrics.none(),
                            new RetryPace((message, after) -> {}, () -> NonHitRetention.DAYS_7),
                            clock)
                    .handleRequest(sqs, new NoContext());
            return captured.text();
        }
    }
}
