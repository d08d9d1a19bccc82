package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.capture.Ownership;
import passby.core.capture.Position;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.read.Read;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.search.SearchCameras.SeenReads;
import passby.core.search.SearchCameras.SilentCamera;
import passby.core.testing.ACamera;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class SearchCamerasTest {
    private static final String ELM = "cam-elm";
    private static final String OAK = "cam-oak";
    private static final Position CENTRE = TestData.camera(ELM).position();

    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_7));
    private final SearchCameras search = new SearchCameras(
            TestAuthorizer.open(searches.city, searches.clock),
            searches.city.cameras(),
            searches.city.frames(),
            Executors.newVirtualThreadPerTaskExecutor(),
            searches.city.limits(),
            new PageTokens(() -> TestData.CITY_KEY, new CountingEntropy(9)),
            searches.purposes(),
            searches.city.ledger(),
            searches.clock);

    @BeforeEach
    void twoCameras() {
        searches.city.cameras().put(TestData.camera(ELM));
        searches.city.cameras().put(TestData.camera(OAK));
    }

    private static Map<String, Object> body(String... cameras) {
        return new HashMap<>(Map.of(
                "cameraIds", List.of(cameras),
                "from", NOW.minus(Duration.ofHours(1)).toString(),
                "to", NOW.plus(Duration.ofHours(1)).toString(),
                "purpose", Searches.purpose()));
    }

    private static Map<String, Object> area(double radius) {
        var body = body(ELM);
        body.remove("cameraIds");
        body.put(
                "area",
                Map.of(
                        "latitude", BigDecimal.valueOf(CENTRE.latitude()),
                        "longitude", BigDecimal.valueOf(CENTRE.longitude()),
                        "radiusMetres", BigDecimal.valueOf(radius)));
        return body;
    }

    private Result<SeenReads> handle(Caller by, Map<String, Object> body) {
        return search.handle(by, new Form(body));
    }

    private SeenReads found(Map<String, Object> body) {
        return Results.value(handle(searches.caller, body));
    }

    private List<String> problems(Map<String, Object> body) {
        return Results.problems(handle(searches.caller, body)).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private Read stored(String plate, String camera, Instant at) {
        return searches.stored(ARead.of(searches.uploadId(), plate, at).withCamera(camera));
    }

    @Test
    void theReadsOfItsCamerasComeTogetherOldestFirst() {
        var second = stored("7TST124", OAK, NOW);
        var first = stored("7TST123", ELM, NOW.minusMillis(5));
        stored("7TST125", ELM, NOW.plus(Duration.ofHours(1)));
        stored("7TST126", "cam-elsewhere", NOW);

        var seen = found(body(ELM, OAK));

        assertThat(seen.reads()).containsExactly(first, second);
        assertThat(seen.silent()).isEmpty();
        assertThat(seen.nextPage()).isNull();
    }

    @Test
    void theEntryNamesCamerasAndWindowButNoPlate() {
        stored("7TST123", ELM, NOW);

        found(body(ELM, OAK));

        var entry = searches.city.ledger().entries().getLast();
        var opened = searches.city.ledger().openings(entry.entryId());
        assertThat(entry.type()).isEqualTo(EntryType.SEARCH);
        assertThat(opened).doesNotContainKey(Field.PLATE);
        assertThat(opened.get(Field.CAMERAS)).extracting("value").isEqualTo("cam-elm,cam-oak");
        assertThat(opened.get(Field.RESULT_COUNT)).extracting("value").isEqualTo("1");
    }

    @Test
    void whatIsPastItsRetentionIsNotAnsweredThoughItIsStillStored() {
        searches.stored(
                ARead.of(searches.uploadId(), "7TST123", NOW).withCamera(ELM).withExpiresAt(NOW.plusSeconds(1)));
        var hit = searches.stored(
                ARead.of(searches.uploadId(), "7TST124", NOW).withCamera(ELM).withClass(RetentionClass.HIT));
        searches.clock.advance(Duration.ofSeconds(1));

        assertThat(found(body(ELM)).reads()).containsExactly(hit);
    }

    @Test
    void aCameraThatReadNothingIsPartOfTheAnswer() {
        stored("7TST123", ELM, NOW);
        var suspended = ACamera.of(OAK).withSuspendedSince(NOW.minus(Duration.ofDays(1)));
        searches.city.cameras().put(suspended.build());

        assertThat(found(body(ELM, OAK)).silent()).containsExactly(new SilentCamera(OAK, false, true));
    }

    @Test
    void pagesGoOnWhereTheyEndedAndBelongToTheirSearchAndPurpose() {
        var all = new ArrayList<Read>();
        for (var i = 0; i < 130; i++) {
            all.add(stored("7TST123", i % 2 == 0 ? ELM : OAK, NOW.plusMillis(i)));
        }
        var first = found(body(ELM, OAK));
        var next = body(OAK, ELM);
        next.put("pageToken", String.valueOf(first.nextPage()));

        var second = found(next);

        var read = new ArrayList<>(first.reads());
        read.addAll(second.reads());
        assertThat(first.reads()).hasSize(100);
        assertThat(read).isEqualTo(all);
        assertThat(second.nextPage()).isNull();
        var otherCase = new HashMap<>(next);
        otherCase.put("purpose", Map.copyOf(withCase("26-000999")));
        var oneCamera = new HashMap<>(next);
        oneCamera.put("cameraIds", List.of(ELM));
        assertThat(problems(otherCase)).containsExactly("pageToken malformed");
        assertThat(problems(oneCamera)).containsExactly("pageToken malformed");
        assertThat(Results.refusal(handle(TestData.officer("officer-okafor"), next)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    private static Map<String, Object> withCase(String caseNumber) {
        var purpose = Searches.purpose();
        purpose.put("caseNumber", caseNumber);
        return purpose;
    }

    @Test
    void anAreaMeansTheCamerasThatStandInIt() {
        var read = stored("7TST123", ELM, NOW);

        assertThat(found(area(50)).reads()).containsExactly(read);
    }

    @Test
    void anAreaWithoutACameraOrWithTooManyIsRefusedByName() {
        var nowhere = area(50);
        nowhere.put(
                "area",
                Map.of(
                        "latitude", BigDecimal.valueOf(-45),
                        "longitude", BigDecimal.valueOf(10),
                        "radiusMetres", BigDecimal.valueOf(50)));
        IntStream.range(0, 5).forEach(i -> searches.city.cameras().put(TestData.camera("cam-more-" + i)));

        assertThat(problems(nowhere)).containsExactly("area out-of-range");
        assertThat(problems(area(50))).containsExactly("area out-of-range");
    }

    @Test
    void tenThousandCamerasOrTenYearsAreRefusedByName() {
        var many = body(IntStream.range(0, 10_000).mapToObj(i -> "cam-" + i).toArray(String[]::new));
        var years = body(ELM);
        years.put("from", NOW.minus(Duration.ofDays(3_650)).toString());
        var day = body(ELM);
        day.put("to", NOW.plus(Duration.ofHours(23)).plusMillis(1).toString());

        assertThat(problems(many)).containsExactly("cameraIds out-of-range");
        assertThat(problems(years)).containsOnly("to out-of-range", "from out-of-range");
        assertThat(problems(day)).containsExactly("to out-of-range");
        assertThat(searches.city.ledger().entries()).hasSize(3).allMatch(entry -> entry.outcome() == Outcome.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"cam-unknown, cameraIds malformed", "NOT A CAMERA, cameraIds malformed"})
    void aCameraThatTheCityDoesNotHaveIsRefused(String camera, String problem) {
        assertThat(problems(body(camera))).containsExactly(problem);
    }

    /** It read nothing that anybody may know of: named among the silent ones it would pass for a broken one. */
    @Test
    void aCameraWhosePrivateOwnerIsNotInIsNoneThatCanBeSearched() {
        searches.city.cameras().put(TestData.camera(OAK).owned(Ownership.PRIVATE));

        assertThat(problems(body(ELM, OAK))).containsExactly("cameraIds malformed");
        searches.city.cameras().put(TestData.camera(OAK).owned(Ownership.PRIVATE_OPTED_IN));
        assertThat(found(body(ELM, OAK)).silent())
                .extracting(SilentCamera::cameraId)
                .containsExactly(ELM, OAK);
    }

    @Test
    void camerasAndAnAreaTogetherAreRefused() {
        var both = area(50);
        both.put("cameraIds", List.of(ELM));

        assertThat(problems(both)).containsExactly("cameraIds unknown");
    }

    @Test
    void aSearchWithoutAPurposeIsRefusedAndEntered() {
        var body = body(ELM);
        body.remove("purpose");

        assertThat(problems(body)).contains("purpose.narrative missing", "purpose.caseNumber missing");
        assertThat(searches.city.ledger().entries())
                .singleElement()
                .matches(entry -> entry.outcome() == Outcome.REFUSED);
    }

    @Test
    void searchesByCameraCountWithAllOthersOfTheHour() {
        for (var i = 0; i < 30; i++) {
            found(body(ELM));
        }

        assertThat(Results.refusal(handle(searches.caller, body(ELM)))).isInstanceOf(Refusal.TooMany.class);
    }
}
