package passby.local.city;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Queue;
import passby.aws.api.Setting;
import passby.aws.function.Handlers;
import passby.aws.measure.Metrics;
import passby.aws.wiring.Environment;
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
import passby.local.engine.Delivered;
import passby.local.engine.LocalEngines;
import passby.local.engine.Published;
import passby.local.engine.QueueSpec;
import passby.local.engine.Storage;
import passby.local.springfield.PolicySetup;
import passby.local.springfield.Springfield;
import passby.local.springfield.TableSetup;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The whole city in one JVM: real engines, the same handlers as in AWS behind real HTTP, a queue pump and a clock. Made of
 * loopback addresses only.
 */
public final class City implements AutoCloseable {
    private static final String UPLOADS = "passby-uploads";
    public static final String PICTURES = "passby-pictures";
    public static final String ARCHIVE = "passby-archive";
    public static final String EVIDENCE = "passby-evidence";
    private static final String FEEDS = "passby-feeds";
    private static final String LISTS = "passby-lists";
    public static final String TABLES = "passby-";

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
     * @param delivered hears what reaches people, and systems outside
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
            Consumer<Delivered> delivered,
            List<ExecutionInterceptor> watchers) {
        /** A city in memory, at any port, that tells nobody what becomes of its frames and alerts. */
        public static Plan quiet(
                Path keys,
                NonHitRetention retention,
                Function<LocalEngines, Recognizer> recognizer,
                List<ExecutionInterceptor> watchers) {
            return new Plan(
                    new Storage.InMemory(),
                    keys,
                    0,
                    retention,
                    recognizer,
                    (frame, processed) -> {},
                    published -> {},
                    delivered -> {},
                    watchers);
        }
    }

    private final LocalEngines engines;
    private final Wiring wiring;
    private final CityFunctions functions;
    private final TokenServer desk;
    private final List<String> notes;

    private City(LocalEngines engines, Wiring wiring, CityFunctions functions, TokenServer desk, List<String> notes) {
        this.engines = engines;
        this.wiring = wiring;
        this.functions = functions;
        this.desk = desk;
        this.notes = List.copyOf(notes);
    }

    public static City start(Plan plan, Clock clock, Entropy entropy) throws IOException {
        return start(plan, LocalLedger.Settings.USUAL, clock, entropy);
    }

    public static City start(Plan plan, LocalLedger.Settings ledger, Clock clock, Entropy entropy) throws IOException {
        return start(plan, ledger, Functions.ALL, Handlers::of, clock, entropy);
    }

    /**
     * Starts a city with other functions than the usual ones.
     *
     * @param list the functions that run
     * @param handlers makes the handler of each
     */
    static City start(
            Plan plan,
            LocalLedger.Settings ledgerSettings,
            List<FunctionSpec> list,
            BiFunction<FunctionSpec, Wiring, RequestStreamHandler> handlers,
            Clock clock,
            Entropy entropy)
            throws IOException {
        var ledger = LocalLedger.in(plan.keys(), Springfield.CITY_ID + "/ledger", ledgerSettings);
        var ids = new Ulids(clock, entropy);
        var alerts = new AlertFanOut(plan.published());
        var engines = LocalEngines.start(new LocalEngines.Config(
                plan.storage(),
                clock,
                Springfield.CITY_ID,
                ids::next,
                List.of(PICTURES, ARCHIVE, EVIDENCE, LISTS),
                Map.of(UPLOADS, QueueSpec.of(Queue.UPLOADS), FEEDS, QueueSpec.of(Queue.LISTS)),
                Stream.concat(CityFunctions.queues(list).stream(), Stream.of(Queue.CAD))
                        .filter(queue -> queue.bucket().isEmpty())
                        .map(QueueSpec::of)
                        .toList(),
                alerts,
                plan.delivered(),
                plan.watchers()));
        alerts.connect(engines);
        var key = CityKeyFile.in(plan.keys(), entropy);
        var wiring = wiring(engines, plan, key, ledger, clock, entropy);
        var people = new TableSetup(engines.clients().dynamoDb(), TABLES, clock).found();
        var notes = new PolicySetup(wiring, ids::next).govern(plan.retention());
        var functions =
                CityFunctions.start(list, spec -> handlers.apply(spec, wiring), engines, plan.port(), clock, ids::next);
        functions.serve(PublicLog.PATH, new PublicLog(ledger.published()));
        functions.serve(
                WebhookReceiver.PATH, new WebhookReceiver(wiring.alerts().subscriptions(), clock, plan.delivered()));
        functions.serve(BrowserStandIn.PATH, new BrowserStandIn(entropy, ids::next, clock, plan.delivered()));
        functions.serve(PublicData.PATH, new PublicData(ledger.data()));
        var desk = TokenServer.start(
                engines.oidc(), people.stream().map(Person::personId).collect(Collectors.toSet()), ids::next);
        return new City(engines, wiring, functions, desk, notes);
    }

    private static Wiring wiring(
            LocalEngines engines, Plan plan, CityKey key, LocalLedger ledger, Clock clock, Entropy entropy)
            throws IOException {
        var clients = engines.clients();
        var arn = clients.sns()
                .createTopic(request -> request.name("passby-alerts"))
                .topicArn();
        var settings = settings(Map.ofEntries(
                Map.entry(Setting.TABLES, TABLES),
                Map.entry(Setting.UPLOADS, UPLOADS),
                Map.entry(
                        Setting.UPLOADS_QUEUE,
                        engines.queue(Queue.UPLOADS.code()).url()),
                Map.entry(Setting.PICTURES, PICTURES),
                Map.entry(Setting.FEEDS, FEEDS),
                Map.entry(Setting.LISTS, LISTS),
                Map.entry(Setting.LISTS_QUEUE, engines.queue(Queue.LISTS.code()).url()),
                Map.entry(
                        Setting.ALERTS_QUEUE, engines.queue(Queue.ALERTS.code()).url()),
                Map.entry(
                        Setting.WEBHOOKS_QUEUE,
                        engines.queue(Queue.WEBHOOKS.code()).url()),
                Map.entry(Setting.ARCHIVE, ARCHIVE),
                Map.entry(Setting.EVIDENCE, EVIDENCE),
                Map.entry(Setting.EVIDENCE_LOCKS, "false"),
                Map.entry(Setting.ALERTS, arn),
                Map.entry(Setting.ISSUER, engines.oidc().issuer().toString()),
                Map.entry(Setting.ISSUER_KEYS, engines.oidc().keys().toString()),
                Map.entry(Setting.AUDIENCE, Springfield.CITY_ID),
                Map.entry(Setting.SECOND_FACTOR_ENFORCED, "false")));
        // Rekognition does not exist on one machine: the policy's order is container-only, and this proves it.
        var services = new LocalServices(
                clients.dynamoDb(),
                clients.s3(),
                clients.presigner(),
                clients.sns(),
                clients.sqs(),
                () -> key,
                new NoRekognition(),
                plan.recognizer().apply(engines),
                () -> OptOut.Status.NOT_IN_FORCE,
                ledger,
                PushKeyFile.in(plan.keys(), entropy),
                new PrintedEmails(plan.delivered()),
                new KeptRules(),
                new DeskFactors());
        return new Wiring(services, settings, clock, entropy, Metrics.none(), plan.processed());
    }

    private static Environment settings(Map<Setting, String> values) {
        return Environment.of(
                values.keySet(),
                values.entrySet().stream()
                        .collect(Collectors.toMap(setting -> setting.getKey().variable(), Map.Entry::getValue)));
    }

    /** What whoever started it should know of its policy, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    public URI api() {
        return functions.api();
    }

    /** Serves a path beside the API, on the same origin: what in AWS is a bucket behind CloudFront. */
    void serve(String path, HttpHandler handler) {
        functions.serve(path, handler);
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

    /** No clock calls anything any more: for who measures one function and nothing beside it. */
    public void stopClocks() {
        functions.stopClocks();
    }

    /** What a minute's passing does, now. */
    public void tick() {
        functions.minute();
    }

    /** What an hour's passing does, now. */
    public void tickOfHour() {
        functions.hour();
    }

    /** What a day's passing does, now. */
    public void tickOfDay() {
        functions.day();
    }

    /**
     * Invokes a function of the list with an event of its own, as a deployment or an administrator does.
     *
     * @throws IllegalArgumentException for a name that is not in the list
     */
    public byte[] invoke(String function, byte[] event) {
        return functions.invoke(function, event);
    }

    @Override
    public void close() {
        desk.close();
        functions.close();
        engines.close();
    }
}
