package passby.infra.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.api.CallerKind;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.RetentionFunctions;
import passby.aws.api.Route;
import passby.aws.api.Trigger;
import passby.aws.recognition.LambdaRecognizer;
import passby.aws.recognition.RekognitionRecognizer;
import passby.core.policy.Bounds;
import passby.core.retention.NonHitRetention;
import passby.core.retention.Timing;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;

/** Every inequality of data.md's table of timing, in the templates. */
final class CapacityTest {
    /** They begin no work later than 40 s (Redate) and 45 s (Purge) after their start; the rest of their time is for what is under way. */
    private static final List<FunctionSpec> STOPPING_BY_THEMSELVES =
            List.of(RetentionFunctions.PURGE, RetentionFunctions.REDATE);

    private static final Duration GATEWAY_WAITS = Duration.ofSeconds(29);

    private final SynthesizedStack data = Templates.aws().data();
    private final SynthesizedStack service = Templates.aws().service();

    @Test
    void aMessageStaysHiddenLongerThanItsReaderRuns() {
        var hidden = data.properties("AWS::SQS::Queue", "QueueName", "passby-uploads")
                .path("VisibilityTimeout")
                .asLong();
        var runs = seconds("ReadPlates");

        assertThat(runs).isEqualTo(Timing.READ_PLATES_TIMEOUT.toSeconds());
        assertThat(hidden).isEqualTo(Timing.QUEUE_VISIBILITY.toSeconds()).isGreaterThan(runs);
    }

    @Test
    void inFlushModeTheFirstTryEndsBeforeTheFrameWouldBeDropped() {
        for (var retention : NonHitRetention.values()) {
            var timing = Timing.of(retention);
            assertThat(Timing.FLUSH_VISIBILITY).as(retention.code()).isLessThanOrEqualTo(timing.dropAfterCapture());
            assertThat(timing.urlLife()).as(retention.code()).isLessThanOrEqualTo(timing.sweepAfter());
        }
    }

    @Test
    void bothEnginesTogetherAnswerBeforeTheirReaderStops() {
        var engines = RekognitionRecognizer.TIMEOUT.plus(LambdaRecognizer.TIMEOUT.multipliedBy(2));

        assertThat(engines.toSeconds()).isLessThan(seconds("ReadPlates"));
        assertThat(seconds("Recognizer")).isEqualTo(LambdaRecognizer.TIMEOUT.toSeconds());
    }

    @Test
    void whoIsCalledAnswersBeforeTheGatewayGivesUp() {
        assertThat(Functions.ALL.stream().filter(spec -> spec.trigger() instanceof Trigger.Api))
                .isNotEmpty()
                .allMatch(spec -> seconds(spec.name()) < GATEWAY_WAITS.toSeconds());
    }

    @Test
    void aClockEndsBeforeItsNextMinuteUnlessItStopsByItself() {
        assertThat(Functions.ALL.stream().filter(spec -> spec.trigger() instanceof Trigger.EveryMinute))
                .isNotEmpty()
                .allMatch(spec -> seconds(spec.name()) < 60 || STOPPING_BY_THEMSELVES.contains(spec));
    }

    @Test
    void messagesComeOneAtATimeAndNoMoreThanHaveAPlace() {
        var mappings = service.properties("AWS::Lambda::EventSourceMapping").toList();

        assertThat(mappings).hasSize(4).allSatisfy(one -> {
            assertThat(one.path("BatchSize").asInt()).isEqualTo(1);
            assertThat(one.path("FunctionResponseTypes").get(0).asText()).isEqualTo("ReportBatchItemFailures");
        });
        assertThat(mappings)
                .filteredOn(one -> one.path("EventSourceArn").toString().contains(":passby-uploads"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("ScalingConfig")
                                .path("MaximumConcurrency")
                                .asInt())
                        .isEqualTo(function("ReadPlates")
                                .path("ReservedConcurrentExecutions")
                                .asInt()));
        assertThat(mappings)
                .filteredOn(one -> one.path("EventSourceArn").toString().contains(":passby-lists"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("ScalingConfig")
                                .path("MaximumConcurrency")
                                .asInt())
                        .isEqualTo(2));
    }

    @Test
    void aReaderNeverWaitsForARecognizersPlace() {
        assertThat(function("Recognizer").path("ReservedConcurrentExecutions").asInt())
                .isGreaterThanOrEqualTo(function("ReadPlates")
                        .path("ReservedConcurrentExecutions")
                        .asInt());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000, 100_000})
    void whateverTheCityTheAccountsLimitIsKept(int cameras) {
        var capacity = new Capacity(cameras);

        assertThat(capacity.reading() + capacity.recognizers())
                .isLessThanOrEqualTo(Capacity.ACCOUNT_CONCURRENCY - Capacity.UNRESERVED_CONCURRENCY);
        assertThat(capacity.reading()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aCityOfAHundredCamerasReadsItsPeakAndMore() {
        var capacity = new Capacity(100);

        assertThat(capacity.uploadsPerSecond()).isEqualTo(29);
        assertThat(capacity.reading()).isEqualTo(87);
    }

    /** Whatever the city: what all cameras may have on their way is read within a minute, and one address takes half at most. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000})
    void whatAllMayBringDrainsAndNeitherOneAddressNorOneCameraTakesItFromTheRest(int cameras) {
        var capacity = new Capacity(cameras);
        var uploads = route(CallerKind.CAMERA);
        var people = route(CallerKind.PERSON);

        assertThat(capacity.drains(Bounds.DEFAULT.cameraOutstanding())).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(capacity.heldUpByOne(Bounds.DEFAULT.cameraOutstanding())).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(capacity.perAddress(CallerKind.CAMERA) / 300.0).isLessThanOrEqualTo(capacity.rate(uploads) / 2.0);
        assertThat(capacity.perAddress(CallerKind.PERSON) / 300.0).isLessThanOrEqualTo(capacity.rate(people) / 2.0);
        assertThat(capacity.rate(uploads) - capacity.perAddress(CallerKind.CAMERA) / 300.0)
                .as("what is left for the rest")
                .isGreaterThanOrEqualTo(capacity.uploadsPerSecond());
    }

    /** One camera that sends all it can costs another camera's frame two seconds, and five with it cost no more than ten. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000})
    void aFrameWaitsSecondsAtMostBehindAFloodOfOneCameraOrOfFive(int cameras) {
        var capacity = new Capacity(cameras);
        var outstanding = Bounds.DEFAULT.cameraOutstanding();

        assertThat(capacity.waitsBehindOne(outstanding)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(capacity.waitsBehindOne(5 * outstanding)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everyCameraOfTheCityMaySitBehindOneOfItsOwnAddresses() {
        assertThat(new Capacity(100).perOwnAddress()).isEqualTo(5L * 100 * 600);
    }

    private static Route route(CallerKind caller) {
        return Functions.ALL.stream()
                .flatMap(spec -> spec.routes().stream())
                .filter(route -> route.caller() == caller)
                .findFirst()
                .orElseThrow();
    }

    private long seconds(String function) {
        return function(function).path("Timeout").asLong();
    }

    private JsonNode function(String name) {
        return service.properties("AWS::Lambda::Function", "FunctionName", "passby-" + name);
    }
}
