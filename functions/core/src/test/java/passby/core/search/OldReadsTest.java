package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.policy.SearchRules;
import passby.core.read.Read;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.CountingEntropy;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A city asks for a warrant before anybody looks further back than three days (E5). */
final class OldReadsTest {
    private static final Instant OLD = NOW.minus(Duration.ofHours(73));
    private static final String MISSING = "purpose.warrantNumber missing";

    private final Searches searches =
            new Searches(TestData.withSearches(TestData.policy(NonHitRetention.DAYS_7), new SearchRules(72)));
    private final Read old = searches.stored("7TST123", OLD);

    @BeforeEach
    void aCamera() {
        searches.city.cameras().put(TestData.camera("cam-elm"));
    }

    private static Map<String, Object> purpose(String basis, String number) {
        var purpose = Searches.purpose();
        purpose.put("legalBasis", basis);
        purpose.put("warrantNumber", number);
        return purpose;
    }

    private static Map<String, Object> since(Instant from) {
        var body = Searches.body("7TST123");
        body.put("from", from.toString());
        return body;
    }

    private static List<String> problems(Result<?> result) {
        return Results.problems(result).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    @Test
    void aWindowThatReachesFurtherBackNeedsTheNumberOfAWarrant() {
        var body = since(OLD);

        assertThat(problems(searches.handle(body))).containsExactly(MISSING);
        assertThat(searches.found(since(NOW.minus(Duration.ofDays(3)))).rows()).isEmpty();
        body.put("purpose", purpose("warrant", "SW-26-0117"));
        assertThat(searches.found(body).rows()).hasSize(1);
    }

    @Test
    void theEntryHoldsTheNumber() {
        var body = since(OLD);
        body.put("purpose", purpose("court-order", "26 CO 118"));

        searches.found(body);

        assertThat(searches.city
                        .ledger()
                        .entries(EntryType.SEARCH)
                        .getLast()
                        .openings()
                        .get(Field.PURPOSE))
                .extracting("value")
                .isEqualTo("court-order 26 CO 118");
    }

    @Test
    void aNumberGoesWithTheGroundThatACourtGave() {
        var body = since(OLD);
        body.put("purpose", purpose("probable-cause", "SW-26-0117"));

        assertThat(problems(searches.handle(body))).containsExactly("purpose.legalBasis out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "1", "asked for", "SW\u202E12", "?"})
    void whatIsNoNumberOfAWarrantIsRefused(String number) {
        var body = since(OLD);
        body.put("purpose", purpose("warrant", number));

        assertThat(problems(searches.handle(body))).containsExactly("purpose.warrantNumber malformed");
    }

    @Test
    void aWindowThatIsNoneAsksForNoWarrant() {
        var body = since(OLD);
        body.put("from", "yesterday");

        assertThat(problems(searches.handle(body))).containsExactly("from malformed");
    }

    @Test
    void aSearchByCameraIsBoundToo() {
        var search = new SearchCameras(
                TestAuthorizer.open(searches.city, searches.clock),
                searches.city.cameras(),
                searches.city.frames(),
                Executors.newVirtualThreadPerTaskExecutor(),
                searches.city.limits(),
                new PageTokens(() -> TestData.CITY_KEY, new CountingEntropy(9)),
                searches.purposes(),
                searches.city.ledger(),
                searches.clock);
        var body = new HashMap<String, Object>(Map.of(
                "cameraIds", List.of("cam-elm"),
                "from", OLD.toString(),
                "to", OLD.plusSeconds(60).toString(),
                "purpose", Searches.purpose()));

        assertThat(problems(search.handle(searches.caller, new Form(body)))).containsExactly(MISSING);
        body.put("purpose", purpose("warrant", "SW-26-0117"));
        assertThat(Results.value(search.handle(searches.caller, new Form(body))).reads())
                .containsExactly(old);
    }

    @Test
    void noRowIsOpenedWithoutOneWhoseReadIsOlder() {
        var view = new ViewRead(
                TestAuthorizer.open(searches.city, searches.clock),
                searches.city.frames(),
                searches.city.frames(),
                searches.decoyRows(),
                searches.city.limits(),
                searches.purposes(),
                searches.clock);
        var fresh = searches.stored("7TST124", NOW.minus(Duration.ofHours(1)));
        var without = Map.<String, Object>of("purpose", Searches.purpose());
        var with = Map.<String, Object>of("purpose", purpose("warrant", "SW-26-0117"));

        assertThat(problems(view.handle(searches.caller, old.readId(), new Form(without))))
                .containsExactly(MISSING);
        assertThat(Results.value(view.handle(searches.caller, fresh.readId(), new Form(without))))
                .isEqualTo(fresh);
        assertThat(Results.value(view.handle(searches.caller, old.readId(), new Form(with))))
                .isEqualTo(old);
    }

    @Test
    void norIsItsPicture() {
        var pictures = new ViewReadPicture(
                TestAuthorizer.open(searches.city, searches.clock),
                searches.city.frames(),
                searches.city.frames(),
                searches.decoyRows(),
                searches.city.pictures(),
                searches.purposes(),
                searches.clock);

        assertThat(problems(pictures.handle(
                        searches.caller, old.readId(), "plate", new Form(Map.of("purpose", Searches.purpose())))))
                .containsExactly(MISSING);
    }
}
