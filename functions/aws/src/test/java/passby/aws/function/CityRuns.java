package passby.aws.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import passby.aws.api.AlertFunctions;
import passby.aws.api.Bucket;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.EvidenceFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.GovernanceFunctions;
import passby.aws.api.HotListFunctions;
import passby.aws.api.LedgerFunctions;
import passby.aws.api.Metric;
import passby.aws.api.ReadFunctions;
import passby.aws.api.RetentionFunctions;
import passby.aws.api.Trigger;
import passby.aws.capture.Put;
import passby.aws.people.SignInHandler;
import passby.aws.stub.Events;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.core.capture.UploadUrl;
import passby.core.delivery.Subscription;
import passby.core.governance.Parameters;
import passby.core.hit.ConfirmationSource;
import passby.core.hit.HitStep;
import passby.core.ledger.EntryType;
import passby.core.people.Attempts;
import passby.core.testing.TestData;
import software.amazon.awssdk.core.sync.RequestBody;

/** Has each function do all that it is for, in a city of its own: its routes, its messages, its ticks, or what an administrator asks. */
final class CityRuns {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant NOW = TestData.NOW;

    /** The moments at which clocks tick here, from before anything to the end of what a minute brought. */
    private static final List<Duration> TICKS = List.of(
            Duration.ofHours(-2),
            Duration.ofMinutes(-54),
            Duration.ZERO,
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(20),
            Duration.ofHours(2));

    /** For what is due a day later. */
    private static final List<Duration> NEXT_DAY = List.of(Duration.ofHours(25), Duration.ofHours(26));

    /** Until all that the city holds is past its time; whoever walks every hour of it would walk for minutes. */
    private static final List<Duration> NEXT_YEAR = List.of(
            Duration.ofDays(8), Duration.ofDays(15), Duration.ofDays(40), Duration.ofDays(100), Duration.ofDays(400));

    /** When uploads are swept and the opt-out is lost, which both are counted. */
    private static final Duration UNCOUNTED = NEXT_DAY.getFirst();

    private static final Set<FunctionSpec> OF_THE_NEXT_DAY = Set.of(
            CaptureFunctions.SWEEP_UPLOADS,
            RetentionFunctions.CLOSE_DAY,
            GovernanceFunctions.CHECK_OPT_OUT,
            AlertFunctions.WATCH_ENTRIES);
    private static final Set<FunctionSpec> OF_THE_NEXT_YEAR = Set.of(
            RetentionFunctions.PURGE,
            RetentionFunctions.REDATE,
            AlertFunctions.WATCH_ENTRIES,
            EvidenceFunctions.END_HOLDS,
            LedgerFunctions.WATCH_REVIEWS);

    private CityRuns() {}

    /** The permissions that all the work of a function needs. */
    static Set<String> needed(FunctionSpec function) throws IOException {
        return switch (function.trigger()) {
            case Trigger.Api(var routes) -> RouteRuns.needed(function, routes);
            case Trigger.Queue _ -> with(city -> consume(city, function), function);
            case Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _ ->
                with(city -> tick(city, function), function);
            case Trigger.Deployment _ ->
                with(city -> city.deploy(function, Parameters.with("RecognizerOrder", "rekognition-first")), function);
            case Trigger.SignIn _ -> with(city -> signIns(city, function), function);
            case Trigger.ByHand _ -> with(city -> byHand(city, function), function);
        };
    }

    /** What is done to a city. */
    interface Work {
        void on(DeployedCity city) throws IOException;
    }

    static Set<String> with(Work work, FunctionSpec function) throws IOException {
        try (var city = new DeployedCity()) {
            var edge = city.edge();
            city.with(edge.entry(), edge.agreedList());
            work.on(city);
            return city.needed(function);
        }
    }

    private static void consume(DeployedCity city, FunctionSpec function) throws IOException {
        switch (((Trigger.Queue) function.trigger()).queue()) {
            case UPLOADS -> frames(city);
            case LISTS -> listFile(city);
            case ALERTS -> alert(city);
            case WEBHOOKS -> webhook(city);
            case UPLOADS_DEAD, LISTS_DEAD, ALERTS_DEAD, WEBHOOKS_DEAD, CAD, FAILURES, BACKSTOPS ->
                throw new AssertionError("nothing is started by this queue");
        }
    }

    /** One that shows a listed plate, the same once more, one that shows none, and one that nobody can read now. */
    private static void frames(DeployedCity city) throws IOException {
        var first = upload(city);
        read(city, first);
        read(city, first);
        city.cloud().emptyStreet();
        var uncounted = upload(city);
        city.failCounters(ReadFunctions.READ_PLATES, true);
        read(city, uncounted);
        city.failCounters(ReadFunctions.READ_PLATES, false);
        read(city, upload(city));
        city.cloud().breakRecognizer();
        read(city, upload(city));
    }

    private static void read(DeployedCity city, String key) {
        var body = "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"" + NOW
                + "\",\"s3\":{\"bucket\":{\"name\":\"" + city.name(Bucket.UPLOADS) + "\"},\"object\":{\"key\":\"" + key
                + "\"}}}]}";
        Triggered.byQueue(city.start(ReadFunctions.READ_PLATES), body).run();
    }

    /** @return its key */
    private static String upload(DeployedCity city) throws IOException {
        var edge = city.edge();
        var call = Call.post(
                "/v1/uploads",
                GoodCalls.uploads(edge, Duration.ZERO)
                        .replace("1000", "4")
                        .replace("{\"contentType", "{\"passId\":\"p1\",\"contentType"));
        var route = CaptureFunctions.ISSUE_UPLOAD_URLS.routes().getFirst();
        var issued = MAPPER.readTree(RouteRuns.serve(city, CaptureFunctions.ISSUE_UPLOAD_URLS, route, call)
                        .body())
                .path("uploads")
                .get(0);
        var headers = new HashMap<String, String>();
        issued.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        var url = URI.create(issued.path("url").asText());
        var put = Put.of(new UploadUrl("", url, headers, NOW), "test").send();
        assertThat(put.status()).as(put.code()).isEqualTo(200);
        return url.getPath().substring(url.getPath().indexOf(Bucket.UPLOADS.prefix()));
    }

    private static void listFile(DeployedCity city) {
        var key = Bucket.FEEDS.prefix() + EdgeCity.LIST + "/" + EdgeCity.LIST_FILE;
        city.s3().putObject(put -> put.bucket(city.name(Bucket.FEEDS)).key(key), RequestBody.fromString("test"));
        Triggered.byQueue(
                        city.start(HotListFunctions.IMPORT_LISTS),
                        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"" + key
                                + "\"}}}]}")
                .run();
    }

    private static void confirmSubscription(DeployedCity city) {
        var subscription = city.edge().subscription();
        city.stored()
                .subscriptions()
                .replace(subscription, confirmed(subscription), TestData.entry(EntryType.ALERTS_SUBSCRIBED));
    }

    private static void alert(DeployedCity city) {
        confirmSubscription(city);
        Triggered.byQueue(city.start(AlertFunctions.DELIVER_ALERTS), alertMessage())
                .run();
    }

    private static void webhook(DeployedCity city) {
        Triggered.byQueue(city.start(AlertFunctions.CALL_WEBHOOKS), alertMessage())
                .run();
    }

    private static String alertMessage() {
        return "{\"v\":1,\"hitId\":\"" + "a".repeat(52)
                + "\",\"category\":\"stolen-vehicle\",\"zone\":\"north\",\"match\":\"exact\",\"advisory\":false,"
                + "\"listAgeSeconds\":60,\"ageSeconds\":2}";
    }

    private static Subscription confirmed(Subscription subscription) {
        return new Subscription(
                subscription.personId(),
                subscription.subscriptionId(),
                subscription.address(),
                subscription.filter(),
                subscription.confirmationCode(),
                true,
                NOW.plus(Duration.ofDays(1)));
    }

    /** A person asks for a confirmation and nobody viewed another hit; half way the retention is shortened. */
    private static void tick(DeployedCity city, FunctionSpec function) throws IOException {
        var edge = city.edge();
        upload(city);
        confirmSubscription(city);
        city.picturesAsStored();
        city.orphan(NOW.plus(Duration.ofHours(1)));
        for (var tick : ticks(function)) {
            edge.clock().set(NOW.plus(tick));
            if (tick.equals(Duration.ofMinutes(10))) {
                city.policies().put(DeployedCity.policy(3, "3d", "90d"), TestData.entry(EntryType.POLICY_CHANGED));
                confirm(city);
            }
            if (tick.equals(NEXT_DAY.getFirst())) {
                city.cloud().loseOptOut();
            }
            if (tick.equals(UNCOUNTED) && function.metrics().contains(Metric.COUNTS_LOST)) {
                uncounted(city, function);
            }
            tick(city.start(function), function);
        }
    }

    /** S3Proxy, which knows no lifecycle rules, refuses the last thing that a re-dating does. */
    private static void tick(RequestStreamHandler handler, FunctionSpec function) {
        try {
            Triggered.byClock(handler).run();
        } catch (RuntimeException e) {
            assertThat(function).isEqualTo(RetentionFunctions.REDATE);
            assertThat(e).hasStackTraceContaining("not implemented");
        }
    }

    /** A run whose counts fail; what follows its counts, such as a watermark beside them, may fail with them. */
    private static void uncounted(DeployedCity city, FunctionSpec function) {
        city.failCounters(function, true);
        try {
            Triggered.byClock(city.start(function)).run();
        } catch (RuntimeException e) {
            assertThat(e).as("a run without counters").hasStackTraceContaining("the counters are to fail");
        }
        city.failCounters(function, false);
    }

    private static List<Duration> ticks(FunctionSpec function) {
        var ticks = new ArrayList<>(TICKS);
        if (OF_THE_NEXT_DAY.contains(function)) {
            ticks.addAll(NEXT_DAY);
        }
        if (OF_THE_NEXT_YEAR.contains(function)) {
            ticks.addAll(NEXT_YEAR);
        }
        return ticks;
    }

    private static void confirm(DeployedCity city) {
        var hits = city.stored().hits();
        for (var step : List.<HitStep>of(
                new HitStep.Viewed("officer-lopez", NOW),
                new HitStep.ImageMatched("officer-lopez", NOW),
                new HitStep.ConfirmationRequested(
                        "officer-lopez", NOW, ConfirmationSource.NCIC, HitStep.Urgency.URGENT))) {
            var hit = hits.find(city.edge().hit().hitId()).orElseThrow();
            hits.step(hit, step, TestData.entry(EntryType.HIT_STEP));
        }
    }

    /** One that succeeds, and so many that fail that the account is locked. */
    private static void signIns(DeployedCity city, FunctionSpec function) {
        new Triggered(city.start(function), Events.text("cognito-pre-authentication")).run();
        new Triggered(city.start(function), Events.text("cognito-post-authentication")).run();
        for (var failed = 0; failed < Attempts.MOST; failed++) {
            new Triggered(city.start(function), Events.text("cognito-pre-authentication")).run();
        }
        assertThatThrownBy(() -> new Triggered(city.start(function), Events.text("cognito-pre-authentication")).run())
                .isInstanceOf(SignInHandler.Refused.class);
    }

    private static void byHand(DeployedCity city, FunctionSpec function) {
        var event = function.equals(GovernanceFunctions.SWITCH_CAPTURE)
                ? "{\"capture\":\"off\",\"by\":\"admin-weber\",\"reason\":\"A camera was stolen\"}"
                : "{\"personId\":\"officer-novak\",\"agency\":\"Springfield Police Department\",\"ori\":\"XX0000000\","
                        + "\"roles\":[\"operator\"],\"trainedUntil\":\"2037-01-01T00:00:00Z\","
                        + "\"acknowledgedUntil\":\"2037-01-01T00:00:00Z\",\"active\":true}";
        new Triggered(city.start(function), event).run();
        if (function.equals(GovernanceFunctions.SWITCH_CAPTURE)) {
            new Triggered(city.start(function), event.replace("off", "on")).run();
        }
    }
}
