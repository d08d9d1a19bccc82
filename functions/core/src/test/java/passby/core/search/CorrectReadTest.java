package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.evidence.EvidenceRead;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.hotlist.MatchType;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.plate.VehicleColour;
import passby.core.purge.RowKind;
import passby.core.read.Correction;
import passby.core.read.Corrections;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class CorrectReadTest {
    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_7));
    private final Read read = searches.stored("7TST123", NOW);
    private final Caller colleague = TestData.officer("officer-kim");

    private final ViewRead view = new ViewRead(
            TestAuthorizer.open(searches.city, searches.clock),
            searches.city.frames(),
            searches.city.frames(),
            searches.decoyRows(),
            searches.city.limits(),
            searches.purposes(),
            searches.clock);

    private CorrectRead correct(Corrections corrections) {
        var ledger = searches.city.ledger();
        return new CorrectRead(
                TestAuthorizer.open(searches.city, searches.clock),
                searches.city.frames(),
                searches.city.frames(),
                corrections,
                ids -> ids.stream()
                        .filter(id -> ledger.canonical(id).isPresent())
                        .collect(Collectors.toMap(id -> id, ledger::openings)),
                () -> TestData.CITY_KEY,
                new Ulids(searches.clock, searches.city.entropy()),
                searches.clock);
    }

    private String opened(Caller by, Read seen) {
        view.handle(by, seen.readId(), new Form(Map.of("purpose", Searches.purpose())));
        return searches.city.ledger().entries(EntryType.READ_VIEWED).getLast().entryId();
    }

    private static Map<String, Object> body(String view, String plate) {
        return new HashMap<>(Map.of("view", view, "plate", plate, "reason", "The first character is an 8"));
    }

    private Result<Read> handle(Caller by, Map<String, Object> body) {
        return correct(searches.city.frames()).handle(by, read.readId(), new Form(body));
    }

    private Result<Read> correctedTo(String plate) {
        return handle(searches.caller, body(opened(searches.caller, read), plate));
    }

    private Read stored() {
        return searches.city.frames().find(ReadRef.of(read)).orElseThrow();
    }

    @Test
    void aCorrectionStandsBesideAReadThatDoesNotChange() {
        var opening = opened(searches.caller, read);

        var answered = Results.value(handle(searches.caller, body(opening, "8tst-123")));

        assertThat(answered).isEqualTo(stored());
        assertThat(answered.withCorrections(List.of())).isEqualTo(read);
        assertThat(answered.corrections()).singleElement().satisfies(said -> {
            assertThat(said.plate()).isEqualTo(new Plate("8TST123"));
            assertThat(said.personId()).isEqualTo("officer-lopez");
            assertThat(said.at()).isEqualTo(NOW);
            assertThat(said.reason()).isEqualTo("The first character is an 8");
        });
        var entry = searches.city.ledger().entries().getLast();
        var committed = searches.city.ledger().openings(entry.entryId());
        assertThat(entry.type()).isEqualTo(EntryType.READ_CORRECTED);
        assertThat(entry.references()).containsExactly(opening);
        assertThat(committed.get(Field.SUBJECT)).extracting("value").isEqualTo(read.readId());
        assertThat(committed.get(Field.PLATE)).extracting("value").isEqualTo("8TST123");
        assertThat(committed.get(Field.REASON)).extracting("value").isEqualTo("The first character is an 8");
    }

    @Test
    void anExactSearchOfTheCorrectedPlateFindsTheReadAndOneOfTheReadPlateStillDoes() {
        correctedTo("8TST123");

        for (var plate : List.of("8TST123", "7TST123")) {
            assertThat(searches.found(Searches.body(plate)).rows())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.read()).isEqualTo(stored());
                        assertThat(row.match()).isEqualTo(MatchType.EXACT);
                    });
        }
    }

    @Test
    void aStateAloneIsCorrectedAndTheSearchOfThatStateFindsTheRead() {
        var body = body(opened(searches.caller, read), "7TST123");
        body.put("state", "NV");
        Results.value(handle(searches.caller, body));
        var search = Searches.body("7TST123");
        search.put("state", "NV");

        assertThat(searches.found(search).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.read()).isEqualTo(stored()));
        search.put("state", "OR");
        assertThat(searches.found(search).rows()).isEmpty();
    }

    @Test
    void whatACourtGetsNamesTheCorrectionBesideWhatWasRead() {
        correctedTo("8TST123");

        assertThat(EvidenceRead.write(stored()))
                .contains("\"plate\":\"7TST123\"", "\"plate\":\"8TST123\"", "officer-lopez");
        assertThat(EvidenceRead.write(read)).doesNotContain("corrections");
    }

    @Test
    void whatACourtGetsNamesTheVehiclesColourWhereItWasTold() {
        assertThat(EvidenceRead.write(read)).doesNotContain("vehicleColour");
        assertThat(EvidenceRead.write(
                        read.withColour(new VehicleColour.Seen(VehicleColour.Name.RED, new Confidence(0.8)))))
                .contains("\"vehicleColour\":\"red 0.8\"");
    }

    @Test
    void aCorrectionToAListedPlateAlertsNobody() {
        searches.city.hotLists().put(AHotListEntry.of("r1", "8TST123").build());

        Results.value(correctedTo("8TST123"));

        assertThat(searches.city.hits().all()).isEmpty();
        assertThat(searches.city.ledger().entries(EntryType.HIT_RAISED)).isEmpty();
    }

    @Test
    void ofTwoWhoCorrectAtOnceTheSecondIsToldToLookAgain() {
        var mine = body(opened(searches.caller, read), "8TST123");
        var theirs = body(opened(colleague, read), "1TST123");
        Corrections overtaken = (seen, correction, entry) -> {
            Results.value(handle(colleague, theirs));
            return searches.city.frames().add(seen, correction, entry);
        };

        var refused = correct(overtaken).handle(searches.caller, read.readId(), new Form(mine));

        assertThat(Results.refusal(refused)).isEqualTo(new Refusal.Conflict(CorrectRead.AT_THE_SAME_MOMENT));
        assertThat(stored().corrections()).extracting(Correction::personId).containsExactly("officer-kim");
        assertThat(Results.value(handle(searches.caller, mine)).corrections()).hasSize(2);
    }

    @Test
    void aReadPastItsRetentionIsNotCorrectedThoughItIsStillStored() {
        var body = body(opened(searches.caller, read), "8TST123");
        searches.clock.advance(Duration.ofDays(8));

        assertThat(Results.refusal(handle(searches.caller, body))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void aPurgedReadIsNotCorrected() {
        var body = body(opened(searches.caller, read), "8TST123");
        searches.city.rows().find(RowKind.READ, read.readId()).orElseThrow().deletedByHand();

        assertThat(Results.refusal(handle(searches.caller, body))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void aHeldReadIsCorrectedAndStaysHeld() {
        searches.city.rows().hold(RowKind.READ, read.readId(), "hold-1");

        Results.value(correctedTo("8TST123"));

        assertThat(searches.city
                        .rows()
                        .find(RowKind.READ, read.readId())
                        .orElseThrow()
                        .holds())
                .containsExactly("hold-1");
        assertThat(stored().corrections()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000000000000000000000000", "", "12345678901", "<script>", "8ТЅТ123"})
    void whatIsNoPlateIsRefused(String plate) {
        var refused = correctedTo(plate);

        assertThat(Results.problems(refused)).extracting(Problem::field).containsExactly("plate");
        assertThat(stored().corrections()).isEmpty();
    }

    @Test
    void whoNeverOpenedTheReadSaysNothingOfIt() {
        var other = searches.stored(ARead.of(searches.uploadId(), "9TST999", NOW));
        var theirs = opened(colleague, read);
        var ofAnother = opened(searches.caller, other);
        searches.found(Searches.body("7TST123"));
        var search = searches.city.ledger().entries(EntryType.SEARCH).getLast().entryId();

        for (var entry : List.of(theirs, ofAnother, search, "a".repeat(26))) {
            assertThat(Results.refusal(handle(searches.caller, body(entry, "8TST123"))))
                    .isEqualTo(new Refusal.NotFound());
        }
        assertThat(stored().corrections()).isEmpty();
        assertThat(searches.city.ledger().entries(EntryType.READ_CORRECTED))
                .hasSize(4)
                .allMatch(entry -> entry.outcome() == Outcome.REFUSED);
    }

    @Test
    void aViewThatWasRefusedOpensNothing() {
        view.handle(searches.caller, read.readId(), new Form(Map.of()));
        var refused = searches.city.ledger().entries(EntryType.READ_VIEWED).getLast();

        assertThat(Results.refusal(handle(searches.caller, body(refused.entryId(), "8TST123"))))
                .isEqualTo(new Refusal.NotFound());
    }

    @Test
    void whatTheReadSaysAlreadyIsNoCorrection() {
        var same = body(opened(searches.caller, read), "7TST123");
        same.put("state", "CA");

        assertThat(Results.problems(handle(searches.caller, same))).containsExactly(CorrectRead.UNCHANGED);
    }

    @Test
    void theSixthOpinionIsNotTaken() {
        for (var number = 1; number <= Corrections.MOST; number++) {
            Results.value(correctedTo("8TST12" + number));
        }

        assertThat(Results.refusal(correctedTo("9TST129"))).isEqualTo(new Refusal.Conflict(CorrectRead.ENOUGH));
    }
}
