package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.CallerKind;
import passby.aws.api.Functions;
import passby.aws.api.Route;
import passby.aws.testing.Call;
import passby.aws.testing.CameraSigner;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.aws.testing.Reply;
import passby.aws.testing.TestIssuer;
import passby.core.disclosure.Week;
import passby.core.ledger.Count;
import passby.core.ledger.Outcome;
import passby.core.people.Role;
import passby.core.picture.PictureKind;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

/** Walks the list of routes: a route that is added is tested here without another line. */
final class EveryRouteTest {
    private static final List<String> NOBODYS =
            List.of("a".repeat(52), "01KTEST0000000000000000009-1", "EXACT", "-1", "~");

    private final EdgeCity city = new EdgeCity();

    static Stream<Route> everyRoute() {
        return Functions.ALL.stream().flatMap(spec -> spec.routes().stream());
    }

    static Stream<Route> everyRouteWithAToken() {
        return everyRoute().filter(route -> route.caller() != CallerKind.PUBLIC);
    }

    static Stream<Route> everyRouteOfSomeRoles() {
        return everyRouteOfPeople().filter(route -> route.roles().size() < Role.values().length);
    }

    static Stream<Route> everyRouteOfPeople() {
        return everyRoute().filter(route -> route.caller() == CallerKind.PERSON);
    }

    static Stream<Route> everyRouteWithParameters() {
        return everyRoute().filter(route -> route.path().contains("{"));
    }

    static Stream<Route> everyRouteWithABody() {
        return everyRoute().filter(Route::body);
    }

    @ParameterizedTest
    @MethodSource("everyRouteWithAToken")
    void withoutATokenNobodyIsLetIn(Route route) {
        assertUnauthenticated(city.send(good(route)));
    }

    @ParameterizedTest
    @MethodSource("everyRouteWithAToken")
    void withAForgedTokenNobodyIsLetIn(Route route) {
        var call = good(route);
        var forged =
                switch (route.caller()) {
                    case CAMERA -> new CameraSigner("key-1").token(EdgeCity.CAMERA, call, city.now(), 1);
                    case PERSON -> new TestIssuer().token(EdgeCity.OPERATOR, city.now());
                    case PUBLIC -> throw new AssertionError();
                };

        assertUnauthenticated(city.send(call.withToken(forged)));
    }

    @ParameterizedTest
    @MethodSource("everyRouteWithAToken")
    void withATokenOfTheOtherKindNobodyIsLetIn(Route route) {
        var call = good(route);
        var other =
                switch (route.caller()) {
                    case CAMERA -> city.operatorToken();
                    case PERSON -> city.cameraToken(call);
                    case PUBLIC -> throw new AssertionError();
                };

        assertUnauthenticated(city.send(call.withToken(other)));
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void aGoodCallWritesExactlyWhatItsRouteDeclares(Route route) {
        prepare(route);
        var entries = entries();
        var counts = counts();

        var reply = send(route);

        assertThat(reply.status()).as(reply.body()).isIn(200, 201);
        switch (route.writes()) {
            case ENTRY -> {
                assertThat(entries()).isEqualTo(entries + 1);
                assertThat(counts()).isEqualTo(counts);
                assertThat(entryOf(reply)).isEqualTo(lastEntry());
            }
            case COUNTED -> {
                assertThat(entries()).isEqualTo(entries);
                assertThat(counts()).isEqualTo(counts + 1);
            }
            case ADMITTED, NONE -> {
                assertThat(entries()).isEqualTo(entries);
                assertThat(counts()).isEqualTo(counts);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyRouteOfSomeRoles")
    void whoIsNotPermittedIsRefusedWithReasonsAndAnEntry(Route route) {
        assumeThat(route.roles()).as("a route for everybody knows no outsider").hasSizeLessThan(Role.values().length);
        var outsider = route.roles().contains(Role.OPERATOR) ? EdgeCity.ADMIN : EdgeCity.OPERATOR;
        var entries = entries();

        var reply = city.send(good(route).withToken(city.issuer().token(outsider, city.now())));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("reasons")).isNotEmpty();
        assertThat(entries()).isEqualTo(entries + 1);
        assertThat(reply.json().path("entryId").asText()).isEqualTo(lastEntry());
    }

    @ParameterizedTest
    @MethodSource("everyRouteWithParameters")
    void whatIsNotThereIsNotFoundAndInTheLedger(Route route) {
        prepare(route);
        for (var path : pathsToNowhere(route)) {
            var entries = entries();

            var reply = as(route, good(route).withPath(path));

            assertThat(reply.status()).as(path).isEqualTo(404);
            assertRefusalWritesWhatIsDeclared(route, reply, entries);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRouteOfPeople")
    void whatIsAskedTwiceIsEnteredTwiceWhateverTheAnswer(Route route) {
        prepare(route);
        send(route);
        var entries = entries();

        var reply = send(route);

        // What has ended is no longer there for whoever ends it again.
        var again = route.method().equals("DELETE") ? List.of(200, 404, 409) : List.of(200, 201, 409);
        assertThat(again).as(reply.body()).contains(reply.status());
        assertThat(entries()).isEqualTo(entries + 1);
        assertThat(entryOf(reply)).isEqualTo(lastEntry());
    }

    @ParameterizedTest
    @MethodSource("everyRouteOfPeople")
    void whatIsDoneWithoutItsPreparationIsEnteredToo(Route route) {
        var entries = entries();

        var reply = send(route);

        assertThat(reply.status()).as(reply.body()).isIn(200, 201, 409);
        assertThat(entries()).isEqualTo(entries + 1);
        assertThat(entryOf(reply)).isEqualTo(lastEntry());
    }

    @ParameterizedTest
    @MethodSource("everyRouteWithABody")
    void aFieldThatNobodyAskedForIsRefusedByName(Route route) {
        prepare(route);
        var good = good(route);
        var call = good.withBody("{\"surprise\":1," + good.body().substring(1));
        var entries = entries();

        var reply = as(route, call);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("problems").get(0).path("code").asText()).isEqualTo("unknown");
        assertThat(reply.json().path("problems").get(0).path("field").asText()).isEqualTo("surprise");
        assertRefusalWritesWhatIsDeclared(route, reply, entries);
    }

    @ParameterizedTest
    @MethodSource("everyRouteWithABody")
    void anEmptyObjectIsToldEverythingThatItLacks(Route route) {
        prepare(route);
        var entries = entries();

        var reply = as(route, good(route).withBody("{}"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("problems")).isNotEmpty();
        assertRefusalWritesWhatIsDeclared(route, reply, entries);
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void noPlateKeyIsInAnyAnswer(Route route) {
        prepare(route);
        var key = city.read().plateKey().value();

        var reply = send(route);

        assertThat(reply.body()).doesNotContain(key).doesNotContain(key.substring(3));
    }

    /** A known person's refusal is one entry of the ledger, and the answer carries its receipt. */
    private void assertRefusalWritesWhatIsDeclared(Route route, Reply reply, int before) {
        switch (route.writes()) {
            case ENTRY -> {
                assertThat(entries()).isEqualTo(before + 1);
                var entry = city.stores().ledger().entries().getLast();
                assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(reply.json().path("entryId").asText()).isEqualTo(entry.entryId());
                assertThat(reply.json().path("leafHash").asText()).isEqualTo(entry.leafHash());
            }
            case COUNTED, ADMITTED, NONE -> assertThat(entries()).isEqualTo(before);
        }
    }

    /** The good path with each parameter in turn replaced by an id that nobody has, then by what cannot be one. */
    private List<String> pathsToNowhere(Route route) {
        var template = route.path().split("/", -1);
        var paths = new ArrayList<String>();
        for (var at = 0; at < template.length; at++) {
            if (template[at].startsWith("{")) {
                for (var nobodys : NOBODYS) {
                    var segments = good(route).path().split("/", -1);
                    segments[at] = nobodys;
                    paths.add(String.join("/", segments));
                }
            }
        }
        return paths;
    }

    private void assertUnauthenticated(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"passby\"");
        assertThat(reply.json().path("detail").asText())
                .isEqualTo("Send a valid token for this route in the Authorization header.");
        assertThat(city.stores().counters().total(Count.REQUEST_UNAUTHENTICATED))
                .isEqualTo(1);
        assertThat(counts()).isEqualTo(1);
        assertThat(entries()).isEqualTo(1);
    }

    /** A hit is matched only by whom its picture was streamed to. */
    private void prepare(Route route) {
        if (route.operationId().equals("stepHit")) {
            var picture = "/v1/hits/" + city.hit().hitId().value() + "/pictures/" + PictureKind.PLATE.code();
            assumeThat(city.asOperator(Call.get(picture)).status()).isEqualTo(200);
        }
        if (route.operationId().equals("labelSample")) {
            var picture = "/v1/samples/" + EdgeCity.SAMPLE.format() + "/pictures/" + PictureKind.PLATE.code();
            assumeThat(city.asRecordsOfficer(Call.get(picture)).status()).isEqualTo(200);
        }
        if (route.operationId().equals("enterTestDrive")) {
            city.stores().policyDocuments().put(TestData.policy(2, NonHitRetention.FLUSH));
        }
        if (route.operationId().equals("keepHotListEntry")) {
            city.stores().hotLists().put(city.entry().toBeReviewed(city.now()));
        }
        if (route.operationId().equals("drawReview")) {
            city.clock().set(Week.of(city.now()).end().plus(Duration.ofHours(2)));
            city.everybodySignsIn();
        }
        if (route.operationId().endsWith("ListFile")) {
            city.stores().lists().put(city.acceptedList());
        }
        if (route.operationId().equals("uploadListFile")) {
            city.stores().lists().put(city.agreedList());
        }
    }

    private Reply send(Route route) {
        return as(route, good(route));
    }

    private Reply as(Route route, Call call) {
        return switch (route.caller()) {
            case PUBLIC -> city.send(call);
            case CAMERA -> city.asCamera(call);
            case PERSON -> asPerson(route, call);
        };
    }

    private Reply asPerson(Route route, Call call) {
        if (route.roles().contains(Role.OPERATOR)) {
            return city.asOperator(call);
        }
        if (route.roles().contains(Role.SYSTEM_ADMIN)) {
            return city.asAdmin(call);
        }
        if (route.roles().contains(Role.CHIEF)) {
            return city.asChief(call);
        }
        if (route.roles().contains(Role.PROGRAM_MANAGER)) {
            return city.asManager(call);
        }
        return route.roles().contains(Role.AUDITOR) ? city.asAuditor(call) : city.asRecordsOfficer(call);
    }

    private Call good(Route route) {
        return Objects.requireNonNull(GoodCalls.of(city).get(route.operationId()));
    }

    private static String entryOf(Reply reply) {
        return reply.base64()
                ? reply.header("Passby-Entry")
                : reply.json().path("entryId").asText();
    }

    private int entries() {
        return city.stores().ledger().entries().size();
    }

    private String lastEntry() {
        return city.stores().ledger().entries().getLast().entryId();
    }

    /** Shares of reasons aside: they count what an entry tells of already. */
    private long counts() {
        return Arrays.stream(Count.values())
                .filter(count -> !count.code().startsWith("reason-"))
                .mapToLong(city.stores().counters()::total)
                .sum();
    }
}
