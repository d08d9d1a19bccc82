package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.api.CallerKind;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.GovernanceFunctions;
import passby.aws.api.PublicFunctions;
import passby.aws.api.Queue;
import passby.aws.api.Route;
import passby.aws.api.Trigger;
import passby.aws.api.Writes;
import passby.aws.function.Handlers;
import passby.aws.wiring.Wiring;
import passby.core.recognition.Recognition;
import passby.local.engine.Storage;

/** A function that is added to the list, with its handler, runs in the local city by its trigger; nothing else names it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddedFunctionIT {
    private static final FunctionSpec ROUTE = madeUp(
            "MadeUpRoute",
            new Trigger.Api(List.of(
                    new Route("GET", "/v1/made-up", "madeUp", CallerKind.PUBLIC, Set.of(), false, Writes.COUNTED))));
    private static final FunctionSpec QUEUE = madeUp("MadeUpQueue", new Trigger.Queue(Queue.FAILURES));
    private static final FunctionSpec MINUTE = madeUp("MadeUpMinute", new Trigger.EveryMinute());
    private static final FunctionSpec HOUR = madeUp("MadeUpHour", new Trigger.EveryHour());
    private static final FunctionSpec DAY = madeUp("MadeUpDay", new Trigger.EveryDay());
    private static final FunctionSpec HAND = madeUp("MadeUpHand", new Trigger.ByHand());
    private static final FunctionSpec DEPLOYMENT =
            madeUp("MadeUpDeployment", new Trigger.Deployment(Trigger.Moment.LAST));
    private static final Map<String, String> ANSWERS = Map.of(
            ROUTE.name(), "{\"statusCode\":200,\"headers\":{},\"body\":\"made up\",\"isBase64Encoded\":false}",
            QUEUE.name(), "{\"batchItemFailures\":[]}");

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private City city;

    private static FunctionSpec madeUp(String name, Trigger trigger) {
        return new FunctionSpec(name, trigger, Writes.NONE, PublicFunctions.PUBLIC_FILES.size(), List.of());
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        var list = Stream.concat(Functions.ALL.stream(), Stream.of(ROUTE, QUEUE, MINUTE, HOUR, DAY, HAND, DEPLOYMENT))
                .toList();
        var plan = new City.Plan(
                new Storage.InMemory(),
                folder,
                0,
                null,
                _ -> _ -> new Recognition.Gone(),
                (_, _) -> {},
                _ -> {},
                _ -> {},
                List.of());
        city = City.start(
                plan, LocalLedger.Settings.USUAL, list, this::handler, Clock.systemUTC(), AddedFunctionIT::random);
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @AfterAll
    void stop() {
        city.close();
    }

    private RequestStreamHandler handler(FunctionSpec function, Wiring wiring) {
        return function.name().startsWith("MadeUp") ? new Recorder(function) : Handlers.of(function, wiring);
    }

    /** Notes each event with the names that its context gives, and answers what its trigger expects. */
    private final class Recorder implements RequestStreamHandler {
        private final FunctionSpec function;

        Recorder(FunctionSpec function) {
            this.function = function;
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            assertThat(context.getRemainingTimeInMillis())
                    .isBetween(1, (int) function.size().timeout().toMillis());
            events.add(context.getFunctionName() + " " + new String(input.readAllBytes(), StandardCharsets.UTF_8));
            output.write(ANSWERS.getOrDefault(function.name(), "\"done\"").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void itsRouteAnswersThroughTheGateway() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(city.api().resolve("/v1/made-up")).build();

            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("made up");
            assertThat(next("MadeUpRoute")).contains("\"httpMethod\":\"GET\"", "\"path\":\"/v1/made-up\"");
        }
    }

    @Test
    void aMessageOfItsQueueReachesIt() throws Exception {
        var queue = city.engines().queue(Queue.FAILURES.code());

        city.engines()
                .clients()
                .sqs()
                .sendMessage(send -> send.queueUrl(queue.url()).messageBody("a message"));

        assertThat(next("MadeUpQueue")).contains("\"Records\"", "\"body\":\"a message\"");
    }

    @Test
    void itIsStartedEveryMinuteEveryHourAndEveryDayByAScheduledEvent() throws Exception {
        city.tick();
        city.tickOfHour();
        city.tickOfDay();

        assertThat(next("MadeUpMinute")).contains("\"detail-type\":\"Scheduled Event\"", "rule/MadeUpMinute");
        assertThat(next("MadeUpHour")).contains("\"detail-type\":\"Scheduled Event\"", "rule/MadeUpHour");
        assertThat(next("MadeUpDay")).contains("\"detail-type\":\"Scheduled Event\"", "rule/MadeUpDay");
    }

    @Test
    void itIsInvokedByHandAndByADeployment() throws Exception {
        for (var function : List.of(HAND, DEPLOYMENT)) {
            var answer = city.invoke(function.name(), "{}".getBytes(StandardCharsets.UTF_8));

            assertThat(answer).asString(StandardCharsets.UTF_8).isEqualTo("\"done\"");
            assertThat(next(function.name())).endsWith(" {}");
        }
    }

    @Test
    void theUsualFunctionsRunBesideIt() {
        var nobody = "{\"personId\":\"\"}".getBytes(StandardCharsets.UTF_8);

        var appointed = city.invoke(GovernanceFunctions.APPOINT_PERSON.name(), nobody);
        var optOutsLost = city.invoke(GovernanceFunctions.CHECK_OPT_OUT.name(), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(appointed)
                .asString(StandardCharsets.UTF_8)
                .contains("\"appointed\":false", "\"field\":\"personId\"");
        assertThat(optOutsLost).asString(StandardCharsets.UTF_8).isEqualTo("0");
    }

    @Test
    void aFunctionThatIsNotInTheListCannotBeInvoked() {
        assertThatThrownBy(() -> city.invoke("Unknown", new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    /** The next event of that function; those of others are left to nobody. */
    private String next(String function) throws InterruptedException {
        while (true) {
            var event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).as("an event of " + function).isNotNull();
            if (event.startsWith(function + " ")) {
                return event;
            }
        }
    }
}
