package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.form.Form;
import passby.core.ledger.Field;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour.Name;
import passby.core.read.Read;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.search.SearchCameras.Described;
import passby.core.search.SearchCameras.SeenReads;
import passby.core.search.SearchCameras.SilentCamera;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A witness saw a vehicle and not its plate (E3, B6). */
final class SearchByDescriptionTest {
    private static final String ELM = "cam-elm";
    private static final String OAK = "cam-oak";
    private static final List<String> ALL =
            Arrays.stream(Name.values()).map(Name::code).toList();

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

    private static Map<String, Object> body(Object vehicle) {
        return new HashMap<>(Map.of(
                "cameraIds", List.of(ELM, OAK),
                "from", NOW.minus(Duration.ofHours(1)).toString(),
                "to", NOW.plus(Duration.ofHours(1)).toString(),
                "vehicle", vehicle,
                "purpose", Searches.purpose()));
    }

    private static Map<String, Object> colours(String... colours) {
        return body(Map.of("colours", List.of(colours)));
    }

    private Result<SeenReads> handle(Map<String, Object> body) {
        return search.handle(searches.caller, new Form(body));
    }

    private SeenReads found(Map<String, Object> body) {
        return Results.value(handle(body));
    }

    private List<String> problems(Map<String, Object> body) {
        return Results.problems(handle(body)).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private ARead read(Instant at) {
        return ARead.of(searches.uploadId(), "7TST123", at).withCamera(ELM);
    }

    private Read stored(Name colour, Instant at) {
        return searches.stored(read(at).withColour(colour));
    }

    @Test
    void vehiclesOfTheNamedColoursAreAnsweredAndAllThatWereLookedAtAreCounted() {
        var brown = stored(Name.BROWN, NOW.plusMillis(2));
        var red = stored(Name.RED, NOW);
        stored(Name.BLUE, NOW.plusMillis(1));

        var seen = found(colours("red", "brown"));

        assertThat(seen.reads()).containsExactly(red, brown);
        assertThat(seen.described()).isEqualTo(new Described(3, 0));
    }

    @Test
    void whatNoPictureToldIsCountedSoThatAbsenceProvesNothing() {
        searches.stored(read(NOW));
        searches.stored(read(NOW.plusMillis(1)));
        stored(Name.BLUE, NOW.plusMillis(2));

        var seen = found(colours("red"));

        assertThat(seen.reads()).isEmpty();
        assertThat(seen.described()).isEqualTo(new Described(3, 2));
    }

    @Test
    void aSearchWithoutADescriptionSaysNothingOfColours() {
        stored(Name.BLUE, NOW);
        var body = colours("red");
        body.remove("vehicle");

        var seen = found(body);

        assertThat(seen.reads()).hasSize(1);
        assertThat(seen.described()).isNull();
    }

    @Test
    void aStateNarrowsAndAPlateWhoseStateWasNotToldMayBeOfIt() {
        stored(Name.RED, NOW);
        var nevada = searches.stored(read(NOW.plusMillis(1))
                .withColour(Name.RED)
                .withState(new IssuingState.Issued("NV", new Confidence(0.97))));
        var untold =
                searches.stored(read(NOW.plusMillis(2)).withColour(Name.RED).withState(IssuingState.UNKNOWN));
        searches.stored(read(NOW.plusMillis(3)));

        var seen = found(body(Map.of("colours", List.of("red"), "state", "NV")));

        assertThat(seen.reads()).containsExactly(nevada, untold);
        assertThat(seen.described()).isEqualTo(new Described(4, 0));
    }

    @Test
    void aCameraThatReadOtherColoursIsNotCalledSilent() {
        stored(Name.BLUE, NOW);

        assertThat(found(colours("red")).silent()).containsExactly(new SilentCamera(OAK, false, false));
    }

    @Test
    void theEntryCommitsToTheDescriptionInWordsOfClosedLists() {
        found(body(Map.of("colours", List.of("red", "brown"), "state", "NV")));

        var entry = searches.city.ledger().entries().getLast();
        var opened = searches.city.ledger().openings(entry.entryId());
        assertThat(opened).doesNotContainKey(Field.PLATE);
        assertThat(opened.get(Field.CAMERAS)).extracting("value").isEqualTo("cam-elm,cam-oak");
        assertThat(opened.get(Field.QUERY))
                .extracting("value")
                .asString()
                .contains("\"vehicle\":{\"colours\":[\"brown\",\"red\"],\"state\":\"NV\"}")
                .satisfies(query -> assertThat(CameraQuery.isDescribed(query)).isTrue());
    }

    @Test
    void aPageBelongsToItsDescription() {
        for (var i = 0; i < 101; i++) {
            stored(Name.RED, NOW.plusMillis(i));
        }
        var token = String.valueOf(found(colours("red")).nextPage());
        var next = colours("red");
        next.put("pageToken", token);
        var other = colours("red", "brown");
        other.put("pageToken", token);
        var every = new HashMap<>(next);
        every.remove("vehicle");

        assertThat(found(next).reads()).hasSize(1);
        assertThat(problems(other)).containsExactly("pageToken malformed");
        assertThat(problems(every)).containsExactly("pageToken malformed");
    }

    @Test
    void oneRedVehicleIsFoundBehindHundredsOfOthers() {
        for (var i = 0; i < 450; i++) {
            stored(Name.LIGHT, NOW.plusMillis(i));
        }
        var red = stored(Name.RED, NOW.plusSeconds(1));

        var seen = found(colours("red"));

        assertThat(seen.reads()).containsExactly(red);
        assertThat(seen.nextPage()).isNull();
        assertThat(seen.described()).isEqualTo(new Described(451, 0));
    }

    @Test
    void theCountsOfThePagesAddUpToTheWindow() {
        for (var i = 0; i < 240; i++) {
            if (i % 2 == 0) {
                stored(Name.RED, NOW.plusMillis(i));
            } else {
                searches.stored(read(NOW.plusMillis(i)));
            }
        }
        var first = found(colours("red"));
        var next = colours("red");
        next.put("pageToken", String.valueOf(first.nextPage()));

        var second = found(next);

        assertThat(first.reads()).hasSize(100);
        assertThat(second.reads()).hasSize(20);
        assertThat(second.nextPage()).isNull();
        assertThat(Stream.of(first, second).mapToInt(page -> looked(page).looked()))
                .containsExactly(199, 41);
        assertThat(Stream.of(first, second).mapToInt(page -> looked(page).colourUntold()))
                .containsExactly(99, 21);
    }

    private static Described looked(SeenReads seen) {
        return Objects.requireNonNull(seen.described());
    }

    @Test
    void whatIsPastItsRetentionIsNeitherAnsweredNorCounted() {
        searches.stored(read(NOW).withColour(Name.RED).withExpiresAt(NOW.plusSeconds(1)));
        searches.clock.advance(Duration.ofSeconds(1));

        var seen = found(colours("red"));

        assertThat(seen.reads()).isEmpty();
        assertThat(seen.described()).isEqualTo(new Described(0, 0));
    }

    static Stream<Arguments> badDescriptions() {
        return Stream.of(
                Arguments.of(Map.of("colours", List.of("mauve")), "vehicle.colours malformed"),
                Arguments.of(Map.of("colours", List.of("RED")), "vehicle.colours malformed"),
                Arguments.of(Map.of("colours", List.of("red", "red")), "vehicle.colours malformed"),
                Arguments.of(Map.of("colours", List.of(7)), "vehicle.colours malformed"),
                Arguments.of(Map.of("colours", "red"), "vehicle.colours malformed"),
                Arguments.of(Map.of("colours", List.of()), "vehicle.colours out-of-range"),
                Arguments.of(Map.of("colours", ALL), "vehicle.colours out-of-range"),
                Arguments.of(Map.of("colours", ALL.subList(0, 4)), "vehicle.colours out-of-range"),
                Arguments.of(Map.of(), "vehicle.colours missing"),
                Arguments.of(Map.of("state", "NV"), "vehicle.colours missing"),
                Arguments.of(Map.of("colours", List.of("red"), "state", "Nevada"), "vehicle.state out-of-range"),
                Arguments.of(Map.of("colours", List.of("red"), "state", "nv"), "vehicle.state malformed"),
                Arguments.of(Map.of("colours", List.of("red"), "make", "CHEV"), "vehicle.make unknown"),
                Arguments.of(Map.of("colours", List.of("red"), "bodyType", "suv"), "vehicle.bodyType unknown"),
                Arguments.of("a red car", "vehicle malformed"));
    }

    @ParameterizedTest
    @MethodSource("badDescriptions")
    void aDescriptionThatIsNoneIsRefusedByName(Object vehicle, String problem) {
        stored(Name.RED, NOW);

        assertThat(problems(body(vehicle))).contains(problem);
    }

    @Test
    void aDescriptionWidensNoBound() {
        var day = colours("red");
        day.put("to", NOW.plus(Duration.ofHours(24)).toString());
        var many = colours("red");
        many.put(
                "cameraIds",
                IntStream.range(0, 10_000).mapToObj(i -> "cam-" + i).toList());
        var everywhere = colours("red");
        everywhere.remove("cameraIds");

        assertThat(problems(day)).containsExactly("to out-of-range");
        assertThat(problems(many)).containsExactly("cameraIds out-of-range");
        assertThat(problems(everywhere)).containsExactly("cameraIds missing");
    }
}
