package passby.local.city;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.aws.api.Setting;
import passby.aws.measure.Metrics;
import passby.aws.read.ReadPlatesHandler;
import passby.aws.wiring.Environment;
import passby.aws.wiring.Services;
import passby.aws.wiring.Wiring;
import passby.core.governance.OptOut;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.people.Person;
import passby.core.plate.CityKey;
import passby.core.read.Processed;
import passby.core.read.ReceivedFrame;
import passby.core.recognition.Recognizer;
import passby.core.retention.NonHitRetention;
import passby.local.engine.LocalEngines;
import passby.local.engine.Published;
import passby.local.engine.QueueSpec;
import passby.local.engine.Storage;
import passby.local.lambda.Invocations;
import passby.local.lambda.LambdaHttp;
import passby.local.lambda.MinuteClock;
import passby.local.lambda.QueuePump;
import passby.local.springfield.PolicySetup;
import passby.local.springfield.Springfield;
import passby.local.springfield.TableSetup;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The whole city in one JVM: real engines, the same handlers as in AWS behind real HTTP, a queue pump and a clock. Made of
 * loopback addresses only.
 */
public final class City implements AutoCloseable {
    private static final String UPLOADS = "passby-uploads";
    public static final String PICTURES = "passby-pictures";
    private static final String QUEUE = "uploads";
    public static final String TABLES = "passby-";
    private static final Duration API_TIMEOUT = Duration.ofSeconds(29);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

    /**
     * How to make a city.
     *
     * @param storage where it keeps what it holds
     * @param keys folder of the city key
     * @param port of the API, 0 for a free one
     * @param retention of reads that match nothing; null leaves it as it is, and is a week in a new city
     * @param recognizer makes the recogniser, given where frames lie
     * @param processed hears what became of each frame
     * @param published hears each alert
     * @param watchers hear every call of the city's own code to an engine
     */
    public record Plan(
            Storage storage,
            Path keys,
            int port,
            @Nullable NonHitRetention retention,
            Function<LocalEngines, Recognizer> recognizer,
            BiConsumer<ReceivedFrame, Processed> processed,
            Consumer<Published> published,
            List<ExecutionInterceptor> watchers) {}

    private record LocalServices(
            DynamoDbClient dynamoDb,
            S3Client s3,
            S3Presigner presigner,
            SnsClient sns,
            Supplier<CityKey> cityKey,
            Recognizer rekognition,
            Recognizer container,
            OptOut optOut)
            implements Services {
        @Override
        public KmsClient kms() {
            throw new UnsupportedOperationException("on one machine the city's key is a file");
        }
    }

    private final LocalEngines engines;
    private final Wiring wiring;
    private final LambdaHttp http;
    private final QueuePump pump;
    private final MinuteClock minutes;
    private final TokenServer desk;
    private final List<String> notes;

    private City(
            LocalEngines engines,
            Wiring wiring,
            LambdaHttp http,
            QueuePump pump,
            MinuteClock minutes,
            TokenServer desk,
            List<String> notes) {
        this.engines = engines;
        this.wiring = wiring;
        this.http = http;
        this.pump = pump;
        this.minutes = minutes;
        this.desk = desk;
        this.notes = List.copyOf(notes);
    }

    public static City start(Plan plan, Clock clock, Entropy entropy) throws IOException {
        var ids = new Ulids(clock, entropy);
        var topic = "passby-alerts";
        var engines = LocalEngines.start(new LocalEngines.Config(
                plan.storage(),
                clock,
                Springfield.CITY_ID,
                ids::next,
                List.of(PICTURES),
                Map.of(UPLOADS, QueueSpec.named(QUEUE)),
                List.of(),
                plan.published(),
                plan.watchers()));
        var key = CityKeyFile.in(plan.keys(), entropy);
        var wiring = wiring(engines, plan, topic, key, clock, entropy);
        var people = new TableSetup(engines.clients().dynamoDb(), TABLES, clock).found();
        var notes = new PolicySetup(wiring, ids::next).govern(plan.retention());
        return open(plan, engines, wiring, people, notes, clock, ids::next);
    }

    private static Wiring wiring(
            LocalEngines engines, Plan plan, String topic, CityKey key, Clock clock, Entropy entropy) {
        var clients = engines.clients();
        var arn = clients.sns().createTopic(request -> request.name(topic)).topicArn();
        var settings = Environment.of(
                EnumSet.of(
                        Setting.TABLES,
                        Setting.UPLOADS,
                        Setting.PICTURES,
                        Setting.ALERTS,
                        Setting.ISSUER,
                        Setting.ISSUER_KEYS,
                        Setting.AUDIENCE,
                        Setting.SECOND_FACTOR_ENFORCED),
                Map.of(
                        Setting.TABLES.variable(),
                        TABLES,
                        Setting.UPLOADS.variable(),
                        UPLOADS,
                        Setting.PICTURES.variable(),
                        PICTURES,
                        Setting.ALERTS.variable(),
                        arn,
                        Setting.ISSUER.variable(),
                        engines.oidc().issuer().toString(),
                        Setting.ISSUER_KEYS.variable(),
                        engines.oidc().keys().toString(),
                        Setting.AUDIENCE.variable(),
                        Springfield.CITY_ID,
                        Setting.SECOND_FACTOR_ENFORCED.variable(),
                        "false"));
        // Rekognition does not exist on one machine: the policy's order is container-only, and this proves it.
        var services = new LocalServices(
                clients.dynamoDb(),
                clients.s3(),
                clients.presigner(),
                clients.sns(),
                () -> key,
                new NoRekognition(),
                plan.recognizer().apply(engines),
                () -> OptOut.Status.NOT_IN_FORCE);
        return new Wiring(services, settings, clock, entropy, Metrics.none());
    }

    private static City open(
            Plan plan,
            LocalEngines engines,
            Wiring wiring,
            List<Person> people,
            List<String> notes,
            Clock clock,
            Supplier<String> ids)
            throws IOException {
        var http = LambdaHttp.start(
                plan.port(), new ApiFront(wiring.apiHandlers()), new Invocations("api", API_TIMEOUT, clock, ids));
        var handler = new ReadPlatesHandler(
                frame -> {
                    var result = wiring.readPlates().handle(frame);
                    plan.processed().accept(frame, result);
                    return result;
                },
                wiring.counters(),
                wiring.metrics(),
                clock);
        var queue = engines.queue(QUEUE);
        var pump = QueuePump.start(
                engines.clients().sqs(),
                QueuePump.Source.of(queue.url(), queue.arn()),
                handler,
                new Invocations("ReadPlates", READ_TIMEOUT, clock, ids));
        var minutes = new MinuteClock(List.of(
                new MinuteClock.Task("SweepUploads", () -> wiring.sweepUploads().handle()),
                new MinuteClock.Task(
                        "PublishAlerts", () -> wiring.publishAlerts().publishPending()),
                new MinuteClock.Task("EnterCounts", () -> wiring.enterCounts().handle()),
                new MinuteClock.Task("AdmitFrames", () -> wiring.admitFrames().handle())));
        minutes.start(Duration.ofMinutes(1));
        var desk = TokenServer.start(
                engines.oidc(), people.stream().map(Person::personId).collect(Collectors.toSet()), ids);
        return new City(engines, wiring, http, pump, minutes, desk, notes);
    }

    /** What whoever started it should know of its policy, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    public URI api() {
        return http.endpoint();
    }

    /** {@code GET <here>/NAME} answers an access token of that made-up person. */
    public URI signIns() {
        return desk.endpoint();
    }

    public LocalEngines engines() {
        return engines;
    }

    public Wiring wiring() {
        return wiring;
    }

    /** What a minute's passing does, now. */
    public void tick() {
        minutes.tick();
    }

    @Override
    public void close() {
        desk.close();
        http.close();
        pump.close();
        minutes.close();
        engines.close();
    }
}
