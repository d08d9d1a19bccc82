package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.search.Searches.purpose;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.hotlist.MatchType;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.plate.Plate;
import passby.core.read.Correction;
import passby.core.request.InMemoryRequests;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.search.SearchPlates.FoundRows;
import passby.core.search.WaitingSearch.State;
import passby.core.testing.ACamera;
import passby.core.testing.ARead;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A search by a part of a plate, from its request over the second person to its last page. */
final class SearchPartialPlatesTest {
    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_30));
    private final InMemoryRequests<WaitingSearch> waiting = searches.city.waitingSearches();
    private final PageTokens tokens = new PageTokens(() -> TestData.CITY_KEY, searches.city.entropy());

    @BeforeEach
    void hirePeople() {
        searches.city.people().put(TestData.person("officer-lopez", Role.OPERATOR));
        searches.city.people().put(TestData.person("officer-okafor", Role.OPERATOR));
    }

    private RequestPartialSearch requests() {
        return new RequestPartialSearch(
                TestAuthorizer.open(searches.city, searches.clock),
                waiting,
                ids -> ids.stream().collect(HashMap::new, (all, id) -> all.put(id, opened(id)), HashMap::putAll),
                searches.city.people(),
                searches.purposes(),
                () -> TestData.CITY_KEY,
                new Ulids(searches.clock, searches.city.entropy()),
                searches.clock);
    }

    private Map<Field, passby.core.ledger.Opening> opened(String entryId) {
        return searches.city.ledger().openings(entryId);
    }

    private SearchPartialPlates search() {
        return new SearchPartialPlates(
                TestAuthorizer.open(searches.city, searches.clock),
                waiting,
                new InMemoryPlateIndex(searches.city.frames()),
                searches.city.frames(),
                searches.silent(),
                Executors.newVirtualThreadPerTaskExecutor(),
                searches.city.limits(),
                tokens,
                searches.purposes(),
                () -> TestData.CITY_KEY,
                searches.city.ledger(),
                searches.clock);
    }

    private static Map<String, Object> body(String pattern) {
        return new HashMap<>(Map.of(
                "pattern", pattern,
                "from", NOW.minus(Duration.ofDays(1)).toString(),
                "to", NOW.plus(Duration.ofHours(1)).toString(),
                "purpose", purpose()));
    }

    private Caller by(Person person) {
        return new Caller(person, "session-" + person.personId(), searches.clock.instant(), "desk");
    }

    private Caller manager() {
        return by(TestData.person("manager-osei", Role.PROGRAM_MANAGER));
    }

    private WaitingSearch asked(Map<String, Object> body) {
        return Results.value(requests().ask(searches.caller, new Form(body)));
    }

    private Result<WaitingSearch> decide(Caller caller, String requestId, boolean approve, Role role) {
        return requests()
                .decide(
                        caller,
                        requestId,
                        new Form(Map.of("approve", approve, "role", role.code(), "reason", "Fits the report")));
    }

    private String approved(Map<String, Object> body) {
        var requestId = asked(body).requestId();
        Results.value(decide(manager(), requestId, true, Role.PROGRAM_MANAGER));
        return requestId;
    }

    private Result<FoundRows> search(Map<String, Object> body, String requestId) {
        var with = new HashMap<>(body);
        with.put("requestId", requestId);
        return search().handle(searches.caller, new Form(with));
    }

    private FoundRows found(Map<String, Object> body) {
        return Results.value(search(body, approved(body)));
    }

    private String reason(Result<?> result) {
        return Results.refusal(result).reason();
    }

    @Test
    void anApprovedSearchFindsTheReadsOfEveryPlateThatFits() {
        var one = searches.stored("7KXW418", NOW);
        var other = searches.stored("7KXV418", NOW.minusSeconds(5));
        searches.stored("7KXW419", NOW);

        var result = search(body("7KX?418"), approved(body("7KX?418")));

        assertThat(Results.value(result).rows())
                .containsExactlyInAnyOrder(new Row(one, MatchType.WILDCARD), new Row(other, MatchType.WILDCARD));
        assertThat(Results.value(result).nextPage()).isNull();
        var entry = searches.city.ledger().entries(EntryType.SEARCH).getLast();
        assertThat(entry.accepted()).isEqualTo(result.accepted());
        assertThat(value(entry, Field.PLATE)).isEqualTo("7KX?418");
        assertThat(value(entry, Field.RESULT_COUNT)).isEqualTo("2");
        assertThat(value(entry, Field.COUNTS)).isEqualTo("2 plates fit, 2 looked at");
        assertThat(value(entry, Field.CAMERAS)).isEqualTo("all");
        assertThat(entry.references())
                .containsExactly(
                        searches.city
                                .ledger()
                                .entries(EntryType.SEARCH_REQUESTED)
                                .getFirst()
                                .entryId(),
                        searches.city
                                .ledger()
                                .entries(EntryType.SEARCH_REQUEST_DECIDED)
                                .getFirst()
                                .entryId());
    }

    private static String value(passby.core.ledger.Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void whatIsStoredOfARequestHoldsNoPlateAndNoReason() {
        var stored = waiting.find(asked(body("7KX?418")).requestId()).orElseThrow();

        assertThat(stored.toString()).doesNotContain("7KX").doesNotContain("Elm");
    }

    @Test
    void theSecondPersonSeesWhatIsAskedAndWhy() {
        var requestId = asked(body("7KX?418")).requestId();

        var listed = Results.value(requests().list(manager()));

        assertThat(listed).singleElement().satisfies(request -> {
            assertThat(request.search().requestId()).isEqualTo(requestId);
            assertThat(request.asked().get(Field.QUERY)).contains("7KX?418");
            assertThat(request.asked().get(Field.NARRATIVE)).contains("Elm Street");
        });
        assertThat(searches.city.ledger().entries().getLast().type()).isEqualTo(EntryType.SEARCH_REQUESTS_LISTED);
    }

    @Test
    void aSearchThatNobodyApprovedFindsNothing() {
        searches.stored("7KXW418", NOW);
        var requestId = asked(body("7KX?418")).requestId();

        var result = search(body("7KX?418"), requestId);

        assertThat(Results.refusal(result)).isInstanceOf(Refusal.Conflict.class);
        assertThat(Results.state(result)).isEqualTo("pending");
        assertThat(searches.city.ledger().entries().getLast().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aRejectedSearchFindsNothing() {
        var requestId = asked(body("7KX?418")).requestId();
        decide(manager(), requestId, false, Role.PROGRAM_MANAGER);

        assertThat(Results.state(search(body("7KX?418"), requestId))).isEqualTo("rejected");
    }

    @Test
    void anApprovalCountsForExactlyThatSearchAndPersonAndPurpose() {
        var requestId = approved(body("7KX?418"));
        var otherWindow = body("7KX?418");
        otherWindow.put("to", NOW.toString());
        var otherCase = body("7KX?418");
        var purpose = purpose();
        purpose.put("caseNumber", "26-004712");
        otherCase.put("purpose", purpose);
        var byAnother = new HashMap<>(body("7KX?418"));
        byAnother.put("requestId", requestId);

        assertThat(reason(search(body("7KX?419"), requestId))).contains("requestId malformed");
        assertThat(reason(search(otherWindow, requestId))).contains("requestId malformed");
        assertThat(reason(search(otherCase, requestId))).contains("requestId malformed");
        assertThat(reason(search().handle(TestData.officer("officer-okafor"), new Form(byAnother))))
                .contains("requestId malformed");
        assertThat(Results.value(search(body("7KX?418"), requestId)).rows()).isEmpty();
    }

    @Test
    void anApprovalIsUsedOnce() {
        var requestId = approved(body("7KX?418"));
        Results.value(search(body("7KX?418"), requestId));

        assertThat(Results.state(search(body("7KX?418"), requestId))).isEqualTo("used");
    }

    @Test
    void anApprovalLapsesFifteenMinutesAfterItsSecondFactor() {
        var first = asked(body("7KX?418")).requestId();
        var signedInEarlier = new Caller(
                TestData.person("manager-osei", Role.PROGRAM_MANAGER), "s", NOW.minus(Duration.ofMinutes(4)), "desk");
        decide(signedInEarlier, first, true, Role.PROGRAM_MANAGER);

        searches.clock.set(NOW.plus(Duration.ofMinutes(11)).minusMillis(1));
        assertThat(waiting.find(first).orElseThrow().state(searches.clock.instant()))
                .isEqualTo(State.APPROVED);
        searches.clock.set(NOW.plus(Duration.ofMinutes(11)));

        assertThat(Results.state(search(body("7KX?418"), first))).isEqualTo("lapsed");
    }

    @Test
    void aRequestLapsesAfterADay() {
        var requestId = asked(body("7KX?418")).requestId();

        searches.clock.set(NOW.plus(Duration.ofHours(24)));

        assertThat(Results.state(decide(manager(), requestId, true, Role.PROGRAM_MANAGER)))
                .isEqualTo("lapsed");
        assertThat(Results.value(requests().list(manager()))).isEmpty();
    }

    @Test
    void nobodyApprovesTheirOwnSearchNorThatOfTheirOwnOffice() {
        searches.city.people().put(TestData.person("officer-lopez", Role.OPERATOR, Role.PROGRAM_MANAGER));
        var requestId = asked(body("7KX?418")).requestId();
        var self = by(TestData.person("officer-lopez", Role.OPERATOR, Role.PROGRAM_MANAGER));

        for (var caller : List.of(self, manager())) {
            assertThat(Results.refusal(decide(caller, requestId, true, Role.PROGRAM_MANAGER)))
                    .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        }
        assertThat(Results.value(decide(by(TestData.person("chief-ito", Role.CHIEF)), requestId, true, Role.CHIEF))
                        .stored())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void whoWasRevokedMeanwhileGetsNoApproval() {
        var requestId = asked(body("7KX?418")).requestId();
        searches.city.people().put(TestData.disabled(TestData.person("officer-lopez", Role.OPERATOR)));

        assertThat(Results.refusal(decide(manager(), requestId, true, Role.PROGRAM_MANAGER)))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
    }

    @Test
    void anApprovalNeedsAFreshSecondFactorAndARoleThatIsHeld() {
        var requestId = asked(body("7KX?418")).requestId();
        var stale =
                new Caller(TestData.person("manager-osei", Role.PROGRAM_MANAGER), "s", NOW.minus(Caller.FRESH), "desk");

        assertThat(Results.refusal(decide(stale, requestId, true, Role.PROGRAM_MANAGER)))
                .isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        assertThat(Results.problems(decide(manager(), requestId, true, Role.CHIEF)))
                .extracting(Problem::code)
                .containsExactly("not-held");
        assertThat(Results.problems(decide(manager(), requestId, true, Role.OPERATOR)))
                .extracting(Problem::code)
                .containsExactly("malformed");
        assertThat(Results.refusal(decide(manager(), "none", true, Role.PROGRAM_MANAGER)))
                .isEqualTo(new Refusal.NotFound());
    }

    @Test
    void ofTwoDecisionsTheFirstCounts() {
        var requestId = asked(body("7KX?418")).requestId();
        decide(manager(), requestId, false, Role.PROGRAM_MANAGER);

        var second = decide(by(TestData.person("chief-ito", Role.CHIEF)), requestId, true, Role.CHIEF);

        assertThat(Results.state(second)).isEqualTo("rejected");
    }

    @Test
    void whatSaysTooLittleIsRefusedByName() {
        for (var pattern : List.of("*", "A*", "?7?", "7KXW418")) {
            assertThat(reason(requests().ask(searches.caller, new Form(body(pattern)))))
                    .contains("pattern malformed");
        }
        var loose = approved(body("*A*4*"));
        assertThat(reason(search(body("*A*4*"), loose))).contains("pattern out-of-range");
    }

    @Test
    void aSearchOverTenYearsIsRefusedWithTheBoundsNamed() {
        var body = body("7KX?418");
        body.put("from", NOW.minus(Duration.ofDays(3650)).toString());

        var result = requests().ask(searches.caller, new Form(body));

        assertThat(Results.problems(result)).extracting(Problem::message).anyMatch(text -> text.contains("30 days"));
    }

    @Test
    void withoutARequestThereIsNoSearch() {
        assertThat(reason(search().handle(searches.caller, new Form(body("7KX?418")))))
                .contains("requestId missing");
    }

    @Test
    void nothingPastItsRetentionIsAnswered() {
        searches.stored(ARead.of(searches.uploadId(), "7KXW418", NOW).withExpiresAt(NOW.plusSeconds(10)));

        searches.clock.set(NOW.plusSeconds(10));

        assertThat(found(body("7KX?418")).rows()).isEmpty();
    }

    @Test
    void rowsThatDoNotFitAreOnTheNextPagesEachOnceUntilTheBound() {
        for (var i = 0; i < 60; i++) {
            for (var n = 0; n < 10; n++) {
                searches.stored("7KX%02d4".formatted(i), NOW.minusSeconds(n));
            }
        }
        var body = body("7KX??4");
        var page = found(body);
        var rows = new java.util.ArrayList<>(page.rows());
        var pages = 1;
        while (page.nextPage() != null) {
            var next = new HashMap<>(body);
            next.put("pageToken", page.nextPage());
            page = Results.value(search().handle(searches.caller, new Form(next)));
            rows.addAll(page.rows());
            pages++;
        }

        assertThat(pages).isEqualTo(5);
        assertThat(rows).hasSize(500).doesNotHaveDuplicates();
        assertThat(searches.city.ledger().entries(EntryType.SEARCH)).hasSize(5);
    }

    @Test
    void aPageTokenIsOfItsPurposeAndCase() {
        for (var n = 0; n < 101; n++) {
            searches.stored("7KXW418", NOW.minusSeconds(n));
        }
        var page = found(body("7KX?418"));
        var other = body("7KX?418");
        var purpose = purpose();
        purpose.put("caseNumber", "26-004712");
        other.put("purpose", purpose);
        other.put("pageToken", Objects.requireNonNull(page.nextPage()));

        assertThat(reason(search().handle(searches.caller, new Form(other)))).contains("pageToken malformed");
    }

    @Test
    void aPageEndsAfterABoundedNumberOfPlatesAndTheNextGoesOn() {
        var later = NOW.plus(Duration.ofMinutes(30));
        for (var i = 0; i < 600; i++) {
            searches.stored("7K%04d".formatted(i), NOW.minus(Duration.ofDays(2)));
        }
        searches.stored("7KXXXX", later);
        var body = body("7K????");
        var first = found(body);
        var next = new HashMap<>(body);
        next.put("pageToken", Objects.requireNonNull(first.nextPage()));

        var second = Results.value(search().handle(searches.caller, new Form(next)));

        assertThat(first.rows().size() + second.rows().size()).isEqualTo(1);
        assertThat(second.nextPage()).isNull();
    }

    @Test
    void aPartialSearchNamesTheCamerasThatReadNothingInItsWindow() {
        searches.city.cameras().put(ACamera.of("cam-oak").build());
        searches.stored("7KXA418", NOW);

        assertThat(found(body("7KX?418")).silent())
                .containsExactly(new SearchCameras.SilentCamera("cam-oak", false, false));
    }

    @Test
    void aReadThatFitsByItsPlateAndByItsCorrectionIsOneRow() {
        var read = searches.stored("7KXA418", NOW);
        var shown = new Plate("7KX4418");
        var said = new Correction(
                searches.uploadId(),
                TestData.CITY_KEY.plateKey(shown),
                shown,
                null,
                "A 4",
                "officer-kim",
                NOW,
                "entry");
        searches.city.frames().add(read, said, TestData.entry(EntryType.READ_CORRECTED));

        assertThat(found(body("7KX?418")).rows()).hasSize(1);
        assertThat(found(body("7KX44*")).rows()).hasSize(1);
    }
}
