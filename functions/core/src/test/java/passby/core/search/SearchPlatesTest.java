package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.search.Searches.body;
import static passby.core.search.Searches.purpose;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.officer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.hotlist.MatchType;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class SearchPlatesTest {
    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_30));

    private static String value(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    private void assertRefused(Map<String, Object> body, String... problems) {
        var result = searches.handle(body);
        assertThat(Results.problems(result))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(problems);
        var entry = searches.city.ledger().entries().getLast();
        assertThat(entry.accepted()).isEqualTo(result.accepted());
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(value(entry, Field.REASON)).contains(problems);
    }

    @Test
    void theReadsOfAPlateAreFoundWithAnEntryThatTellsAll() {
        var older = searches.stored("7TST123", NOW.minusSeconds(60));
        var newer = searches.stored("7TST123", NOW);
        searches.stored("4FRE333", NOW);

        var result = searches.handle(body("7TST123"));

        var found = Results.value(result);
        assertThat(found.rows()).containsExactly(new Row(older, MatchType.EXACT), new Row(newer, MatchType.EXACT));
        assertThat(found.nextPage()).isNull();
        var entry = searches.city.ledger().entries().getFirst();
        assertThat(entry.accepted()).isEqualTo(result.accepted());
        assertThat(entry.type()).isEqualTo(EntryType.SEARCH);
        assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        assertThat(entry.openings().keySet())
                .containsExactlyInAnyOrder(
                        Field.ACTOR,
                        Field.AGENCY,
                        Field.ORI,
                        Field.DEVICE,
                        Field.TIME,
                        Field.PLATE,
                        Field.QUERY,
                        Field.CAMERAS,
                        Field.RESULT_COUNT,
                        Field.OFFENCE,
                        Field.CASE_NUMBER,
                        Field.NARRATIVE,
                        Field.PURPOSE,
                        Field.ON_BEHALF_OF);
        assertThat(value(entry, Field.RESULT_COUNT)).isEqualTo("2");
        assertThat(value(entry, Field.ON_BEHALF_OF)).isEqualTo("self; none");
    }

    @Test
    void aSearchThatFindsNothingIsEnteredAllTheSame() {
        assertThat(searches.found(body("7TST123")).rows()).isEmpty();

        assertThat(value(searches.city.ledger().entries().getFirst(), Field.RESULT_COUNT))
                .isEqualTo("0");
    }

    @Test
    void everythingThatIsMissingIsToldAtOnceAndInTheLedger() {
        assertRefused(
                Map.of(),
                "plate missing",
                "from missing",
                "to missing",
                "purpose.offenceCode missing",
                "purpose.caseNumber missing",
                "purpose.narrative missing",
                "purpose.legalBasis missing",
                "purpose.onBehalfOf missing",
                "purpose.outsideAssignment missing");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndInTheLedger() {
        var purpose = purpose();
        purpose.put("offenceCode", "investigation");
        purpose.put("caseNumber", "!");
        purpose.put("narrative", "because");
        purpose.put("legalBasis", "curiosity");
        purpose.put("onBehalfOf", " ");
        purpose.put("outsideAssignment", true);
        var body = body("7TST123 OR 1=1");
        body.put("state", "ca");
        body.put("purpose", purpose);
        body.put("camera", "cam-elm");

        assertRefused(
                body,
                "plate malformed",
                "state malformed",
                "camera unknown",
                "purpose.offenceCode malformed",
                "purpose.caseNumber malformed",
                "purpose.narrative out-of-range",
                "purpose.legalBasis malformed",
                "purpose.onBehalfOf out-of-range",
                "purpose.outsideAssignment malformed");
    }

    @Test
    void aRefusalNeverRepeatsWhatCame() {
        var answer = searches.handle(body("7TST123!!"));

        assertThat(answer)
                .extracting(Results::problems)
                .satisfies(invalid -> assertThat(invalid)
                        .extracting(Problem::toString)
                        .noneMatch(problem -> problem.contains("7TST")));
    }

    @Test
    void withoutALedgerThereIsNoAnswer() {
        searches.stored("7TST123", NOW);
        var mute = searches.search(entry -> {
            throw new IllegalStateException("no ledger");
        });

        assertThatThrownBy(() -> mute.handle(searches.caller, new Form(body("7TST123"))))
                .hasMessage("no ledger");
        assertThatThrownBy(() -> mute.handle(searches.caller, new Form(Map.of())))
                .hasMessage("no ledger");
    }

    @Test
    void whoeverIsRefusedFindsNothingAndIsInTheLedger() {
        searches.stored("7TST123", NOW);
        var closed = new SearchPlates(
                TestAuthorizer.closed(searches.city, searches.clock),
                searches.city.frames(),
                searches.silent(),
                searches.city.limits(),
                new PageTokens(() -> TestData.CITY_KEY, new CountingEntropy(2)),
                searches.purposes(),
                () -> TestData.CITY_KEY,
                searches.city.ledger(),
                searches.clock);

        assertThat(closed.handle(searches.caller, new Form(body("7TST123"))))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(searches.city.ledger().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.type()).isEqualTo(EntryType.ACCESS_REFUSED));
    }

    @Test
    void nothingPastItsRetentionIsAnsweredEvenWhileItIsStored() {
        var read = ARead.of(searches.uploadId(), "7TST123", NOW).withExpiresAt(NOW.plusSeconds(10));
        searches.stored(read);

        searches.clock.set(NOW.plusSeconds(10).minusMillis(1));
        assertThat(searches.found(body("7TST123")).rows()).hasSize(1);
        searches.clock.set(NOW.plusSeconds(10));

        assertThat(searches.found(body("7TST123")).rows()).isEmpty();
    }

    @Test
    void aShorterRetentionHidesWhatIsOlderAtOnce() {
        searches.stored("7TST123", NOW.minus(Duration.ofHours(20)));
        searches.stored(ARead.of(searches.uploadId(), "7TST123", NOW.minus(Duration.ofHours(20)))
                .withClass(RetentionClass.HIT));
        assertThat(searches.found(body("7TST123")).rows()).hasSize(2);

        searches.city.policyDocuments().put(TestData.policy(2, NonHitRetention.FLUSH));
        searches.clock.advance(Duration.ofSeconds(30));

        assertThat(searches.found(body("7TST123")).rows())
                .extracting(row -> row.read().retentionClass())
                .containsExactly(RetentionClass.HIT);
    }

    @Test
    void theThirtyFirstSearchOfAnHourIsRefused() {
        for (var search = 0; search < 30; search++) {
            assertThat(searches.handle(body("7TST123"))).isInstanceOf(Result.Done.class);
        }

        var answer = searches.handle(body("7TST123"));

        var entry = searches.city.ledger().entries().getLast();
        assertThat(Results.refusal(answer)).isInstanceOf(Refusal.TooMany.class);
        assertThat(answer.accepted()).isEqualTo(entry.accepted());
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(searches.handle(officer("officer-okafor"), body("7TST123"))).isInstanceOf(Result.Done.class);
        searches.clock.advance(Duration.ofHours(1));
        assertThat(searches.handle(body("7TST123"))).isInstanceOf(Result.Done.class);
    }

    private static Map<String, Object> window(Instant from, Instant to) {
        var body = body("7TST123");
        body.put("from", from.toString());
        body.put("to", to.toString());
        return body;
    }

    @Test
    void aWindowOfThirtyDaysIsTheWidest() {
        var from = NOW.minus(Duration.ofDays(40));

        assertThat(searches.handle(window(from, from.plus(Duration.ofDays(30)))))
                .isInstanceOf(Result.Done.class);
        assertRefused(window(from, from.plus(Duration.ofDays(30)).plusMillis(1)), "to out-of-range");
    }

    @Test
    void aWindowEndsAfterItBegins() {
        assertRefused(window(NOW, NOW), "to out-of-range");
        assertRefused(window(NOW, NOW.minusSeconds(1)), "to out-of-range");
    }

    @Test
    void aWindowReachesNoFurtherBackThanAnythingIsKept() {
        var oldest = NOW.minus(Duration.ofDays(90));

        assertThat(searches.handle(window(oldest, oldest.plusSeconds(60)))).isInstanceOf(Result.Done.class);
        assertRefused(window(oldest.minusMillis(1), oldest), "from out-of-range");
    }

    @Test
    void theBeginningOfTimeIsAWindowLikeAnyOther() {
        assertRefused(window(Instant.EPOCH, NOW), "to out-of-range", "from out-of-range");
        assertRefused(window(NOW, Instant.EPOCH), "to out-of-range");
    }

    @Test
    void aStateKeepsItsOwnReadsAndThoseOfUnknownState() {
        var nevada = new IssuingState.Issued("NV", new Confidence(0.9));
        searches.stored(ARead.of(searches.uploadId(), "7TST123", NOW));
        searches.stored(
                ARead.of(searches.uploadId(), "7TST123", NOW.plusSeconds(1)).withState(nevada));
        searches.stored(
                ARead.of(searches.uploadId(), "7TST123", NOW.plusSeconds(2)).withState(IssuingState.UNKNOWN));
        var body = body("7TST123");
        body.put("state", "NV");

        assertThat(searches.found(body).rows())
                .extracting(Row::match)
                .containsExactly(MatchType.EXACT, MatchType.STATE_UNKNOWN);
        assertThat(searches.found(body("7TST123")).rows())
                .extracting(Row::match)
                .containsExactly(MatchType.EXACT, MatchType.EXACT, MatchType.EXACT);
    }

    @Test
    void lookAlikesAreFoundAndNamedAsSuch() {
        searches.stored("7TSTO23", NOW);
        searches.stored("7TST023", NOW.plusSeconds(1));
        searches.stored("7TSTD23", NOW.plusSeconds(2));

        assertThat(searches.found(body("7TSTO23")).rows())
                .extracting(Row::match)
                .containsExactly(MatchType.EXACT, MatchType.O0_FOLD, MatchType.OCR_EQUIVALENT);
    }

    @Test
    void theWordsOfTheSearcherAreCommittedAndNotInTheLog() {
        searches.stored("7TST123", NOW);

        searches.found(body("7TST123"));

        assertThat(searches.city.ledger().entries().getFirst().canonical())
                .doesNotContain("7TST123", "officer-lopez", "26-004711", "Elm Street", "self");
        assertThat(searches.city.ledger().entries().getFirst().openings().values())
                .extracting(Opening::salt)
                .doesNotHaveDuplicates();
    }
}
