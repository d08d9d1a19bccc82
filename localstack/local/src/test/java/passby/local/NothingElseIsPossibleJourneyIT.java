package passby.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.CallerKind;
import passby.aws.api.Functions;
import passby.aws.api.Route;
import passby.aws.dynamodb.Tables;
import passby.aws.http.ProblemType;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.people.DynamoDbPeople;
import passby.core.id.Ori;
import passby.core.ledger.Count;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.local.engine.LocalOidc;
import passby.local.springfield.Springfield;

/** What people may not do, and how the city says so. */
@ExtendWith(SharedCity.class)
class NothingElseIsPossibleJourneyIT {
    private static final String SEARCHES = "/v1/searches";
    private static final String NO_HIT = "a".repeat(52);
    private static final int SEARCHES_AN_HOUR = 30;
    private static final Duration DAY = Duration.ofDays(1);

    static List<Route> routesOfPeople() {
        return Functions.ALL.stream()
                .flatMap(function -> function.routes().stream())
                .filter(route -> route.caller() == CallerKind.PERSON)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routesOfPeople")
    void noTokenOfAnyOtherKindOpensARouteOfPeople(Route route, TestCity city) throws Exception {
        var path = route.pathWith("some-id");
        var camera = city.camera().tokens().token(route.method(), path, new byte[0]);
        var unauthenticated = city.counted(Count.REQUEST_UNAUTHENTICATED);

        var tokens = Stream.concat(Stream.of("", "x", "a.b.c", camera), worthless(city))
                .toList();
        for (var token : tokens) {
            city.bearing(token).send(route.method(), path, "", new byte[0]).isRefused(ProblemType.UNAUTHENTICATED);
        }

        assertThat(city.counted(Count.REQUEST_UNAUTHENTICATED)).isGreaterThanOrEqualTo(unauthenticated + tokens.size());
    }

    /** Tokens that say officer and are not to be believed. */
    private static Stream<String> worthless(TestCity city) {
        var oidc = city.engines().oidc();
        var life = Duration.ofMinutes(5);
        var good = oidc.accessToken(Springfield.OFFICER, life, Map.of());
        var parts = List.of(good.split("\\."));
        return Stream.of(
                parts.get(0) + "." + parts.get(1) + ".",
                parts.get(0) + "." + parts.get(1) + "." + parts.get(2).substring(4) + "AAAA",
                "eyJhbGciOiJub25lIn0." + parts.get(1) + ".",
                forged(city, life),
                oidc.accessToken(
                        Springfield.OFFICER,
                        life,
                        Map.of("exp", city.clock().instant().getEpochSecond() - 1)),
                oidc.accessToken(Springfield.OFFICER, life, Map.of("aud", List.of("shelbyville"))),
                oidc.accessToken(Springfield.OFFICER, life, Map.of("iss", "https://elsewhere.example")),
                oidc.accessToken(Springfield.OFFICER, life, Map.of("amr", List.of("pwd"))),
                oidc.accessToken(Springfield.OFFICER, life, Map.of("token_use", "id")),
                oidc.accessToken("officer-nobody", life, Map.of()));
    }

    /** In every word right, but signed with a key of its own. */
    private static String forged(TestCity city, Duration life) {
        try (var other = LocalOidc.start(city.clock(), Springfield.CITY_ID)) {
            var issuer = city.engines().oidc().issuer().toString();
            return other.accessToken(Springfield.OFFICER, life, Map.of("iss", issuer));
        }
    }

    @Test
    void anAdministratorKeepsCamerasAndSeesNothingThatTheySaw(TestCity city) throws Exception {
        var admin = city.admin();

        admin.get("/v1/cameras").is(200);
        for (var refused : List.of(
                admin.post(SEARCHES, city.search("ABC1234")),
                admin.get("/v1/hits"),
                admin.get("/v1/hits/" + NO_HIT + "/pictures/plate"),
                admin.post("/v1/hot-list-entries", Map.of()))) {
            var problem = refused.isRefused(ProblemType.FORBIDDEN);
            assertThat(problem.path("entryId").asText()).isNotBlank();
            assertThat(problem.path("reasons")).isNotEmpty();
        }
    }

    @Test
    void whoeverIsNoOperatorOrNotTrainedSearchesNothing(TestCity city) throws Exception {
        for (var person : List.of("officer-untrained", "manager-osei", "auditor-quist")) {
            city.person(person).post(SEARCHES, city.search("ABC1234")).isRefused(ProblemType.FORBIDDEN);
            city.person(person).get("/v1/hits").isRefused(ProblemType.FORBIDDEN);
        }
        var untrained = city.person("officer-untrained").post(SEARCHES, city.search("ABC1234"));
        assertThat(untrained.json().path("reasons").toString()).contains("Your training is not current.");
    }

    @Test
    void anOfficerRegistersAndRetiresNoCamera(TestCity city) throws Exception {
        var officer = city.officer();

        officer.post("/v1/cameras", Map.of()).isRefused(ProblemType.FORBIDDEN);
        officer.post("/v1/cameras/cam-bridge/keys", Map.of()).isRefused(ProblemType.FORBIDDEN);
        officer.send("POST", "/v1/cameras/cam-bridge/retirement", "", new byte[0])
                .isRefused(ProblemType.FORBIDDEN);
    }

    @Test
    void aSearchWithoutAPurposeIsToldEverythingThatIsMissingAtOnceAndEntered(TestCity city) throws Exception {
        var officer = city.person("officer-lund");

        var refused = officer.post(SEARCHES, "{}");

        assertThat(refused.problems())
                .containsExactlyInAnyOrder(
                        "plate missing",
                        "from missing",
                        "to missing",
                        "purpose.offenceCode missing",
                        "purpose.caseNumber missing",
                        "purpose.narrative missing",
                        "purpose.legalBasis missing",
                        "purpose.onBehalfOf missing",
                        "purpose.outsideAssignment missing");
        assertThat(refused.json().path("entryId").asText()).isNotBlank();
    }

    @Test
    void aSearchAcrossTenYearsIsRefusedByBothBounds(TestCity city) throws Exception {
        var search = new HashMap<>(city.search("ABC1234"));
        search.put("from", city.clock().instant().minus(Duration.ofDays(3650)).toString());

        var refused = city.person("officer-lund").post(SEARCHES, search);

        assertThat(refused.problems()).containsExactlyInAnyOrder("to out-of-range", "from out-of-range");
        assertThat(refused.json().path("problems").toString()).contains("30 days", "365 days");
    }

    @Test
    void fieldsThatNobodyKnowsAreRefusedByNameWhereverTheyStand(TestCity city) throws Exception {
        var search = new HashMap<>(city.search("ABC1234"));
        var purpose = new HashMap<>(Bodies.purpose());
        purpose.put("urgent", true);
        search.put("purpose", purpose);
        search.put("network", "all");

        var refused = city.person("officer-lund").post(SEARCHES, search);

        assertThat(refused.problems()).containsExactlyInAnyOrder("network unknown", "purpose.urgent unknown");
    }

    @Test
    void bodiesThatAreNoPlainJsonObjectAreRefusedBeforeAnythingElse(TestCity city) throws Exception {
        var officer = city.person("officer-lund");

        for (var body : List.of(
                "[]",
                "null",
                "{",
                "{\"plate\":null}",
                "{\"plate\":\"A1\",\"plate\":\"B2\"}",
                "{} {}",
                "{\"a\":1e99999}",
                "{\"a\":".repeat(50) + "1" + "}".repeat(50))) {
            officer.post(SEARCHES, body).isRefused(ProblemType.MALFORMED_JSON);
        }
        officer.send("POST", SEARCHES, "text/plain", "{}".getBytes(UTF_8))
                .isRefused(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        officer.send("POST", SEARCHES, "", "{}".getBytes(UTF_8)).isRefused(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aMegabyteOfJsonIsTooLargeForEverybody(TestCity city) throws Exception {
        var megabyte = "{\"plate\":\"" + "A".repeat(1 << 20) + "\"}";

        city.person("officer-lund").post(SEARCHES, megabyte).isRefused(ProblemType.TOO_LARGE);
        city.anybody().post(SEARCHES, megabyte).isRefused(ProblemType.TOO_LARGE);
        city.ask(city.camera(), megabyte.getBytes(UTF_8)).isRefused(ProblemType.TOO_LARGE);
    }

    @Test
    void whatIsNotThereIsNotFoundAndIdsSmuggleNothing(TestCity city) throws Exception {
        var officer = city.person("officer-lund");
        var purpose = Map.of("purpose", Bodies.purpose());

        for (var path : List.of(
                "/v1/hits/" + NO_HIT,
                "/v1/hits/KRT4827",
                "/v1/hits/..%2f..%2fpeople",
                "/v1/hits/" + NO_HIT + "/pictures/frame",
                "/v1/hot-list-entries/01KAR2V4X6M0S9QK3P5T8B1CDE")) {
            officer.get(path).isRefused(ProblemType.NOT_FOUND);
        }
        for (var path : List.of(
                "/v1/read-pictures/01KAR2V4X6M0S9QK3P5T8B1CDE-1/plate",
                "/v1/read-pictures/x/plate",
                "/v1/read-pictures/01KAR2V4X6M0S9QK3P5T8B1CDE-1/frame")) {
            officer.post(path, purpose).isRefused(ProblemType.NOT_FOUND);
        }
    }

    @Test
    void moreSearchesInAnHourThanTheBoundAreRefusedUntilTheNext(TestCity city) throws Exception {
        var now = city.clock().instant();
        var busy = new Person(
                "officer-busy",
                "A made-up agency",
                new Ori("XX0000000"),
                Set.of(Role.OPERATOR),
                now.plus(DAY),
                now.plus(DAY),
                null,
                true);
        var client = city.engines().clients().dynamoDb();
        var tables = new Tables(TestCity.TABLES);
        new DynamoDbPeople(client, tables, new DynamoDbChanges(client, tables, city.clock())).seed(busy);
        var officer = city.person(busy.personId());

        // The bound counts by the hour of the clock, which may end in between.
        var answer = officer.post(SEARCHES, city.search("ABC1234"));
        for (var n = 1; n <= 2 * SEARCHES_AN_HOUR && answer.status() == 200; n++) {
            answer = officer.post(SEARCHES, city.search("ABC1234"));
        }

        assertThat(answer.isRefused(ProblemType.TOO_MANY_REQUESTS)
                        .path("entryId")
                        .asText())
                .isNotBlank();
        assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 3601);
    }
}
