package passby.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Digests;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.retention.NonHitRetention;
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** A written request from its filing to its review. */
final class ManageGrantsTest {
    private static final String RULE = "nobody-shares: Nobody shares here.";

    private final List<String> rules = new ArrayList<>();
    private final Sharing sharing = new Sharing(
            TestData.policy(NonHitRetention.DAYS_30),
            (requester, profile) -> rules.isEmpty()
                    ? new SharingPolicies.Verdict.Permitted()
                    : new SharingPolicies.Verdict.Refused(rules));

    private List<String> problems(Map<String, Object> body) {
        return Results.problems(sharing.manage().file(sharing.records, new Form(body))).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    @Test
    void aRequestIsFiledWithItsEntryWhichAloneHoldsWhatIsAsked() {
        var grant = sharing.filed(Sharing.body());

        var entry = sharing.city.ledger().entries(EntryType.GRANT_REQUESTED).getFirst();
        assertThat(grant.state(NOW)).isEqualTo(Grant.State.REQUESTED);
        assertThat(grant.steps()).extracting(GrantStep::entryId).containsExactly(entry.entryId());
        assertThat(grant.toString()).doesNotContain("7TST123").doesNotContain("Reyes");
        assertThat(entry.openings().get(Field.QUERY))
                .satisfies(query -> assertThat(query.value()).contains("7TST123"));
        assertThat(entry.openings().get(Field.ON_BEHALF_OF))
                .satisfies(requester -> assertThat(requester.value())
                        .contains("Shelbyville Police Department", "XX0000001", "Detective Alma Reyes"));
    }

    @Test
    void whatEverybodyMayKnowOfARequestNamesTheAgencyAndNeitherAPersonNorAPlate() {
        sharing.filed(Sharing.body());

        var entry = sharing.city.ledger().entries(EntryType.GRANT_REQUESTED).getFirst();
        assertThat(entry.openings().get(Field.AFTER))
                .satisfies(told -> assertThat(told.value())
                        .contains("\"agency\":\"Shelbyville Police Department\"", "\"windowHours\":", "\"basis\":")
                        .doesNotContain("7TST123", "Reyes"));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThat(problems(Map.of()))
                .contains(
                        "requester.agency missing",
                        "requester.person missing",
                        "requester.class missing",
                        "requester.state missing",
                        "scope.plates missing",
                        "scope.cameraIds missing",
                        "scope.from missing",
                        "scope.to missing",
                        "purpose.offenceCode missing",
                        "purpose.caseNumber missing",
                        "purpose.narrative missing");
    }

    @Test
    void aScopeIsBoundedAndLiesInThePast() {
        var tooMany = Sharing.scope("7TST001", "7TST002", "7TST003", "7TST004", "7TST005", "7TST006");
        var ofNobody = Sharing.scope();
        var future = Sharing.scope("7TST123");
        future.put("to", NOW.plusSeconds(1).toString());
        var tooLong = Sharing.scope("7TST123");
        tooLong.put("from", NOW.minus(Duration.ofDays(31)).toString());
        var cameras = Sharing.scope("7TST123");
        cameras.put(
                "cameraIds", IntStream.range(0, 51).mapToObj(i -> "cam-" + i).toList());
        var unknown = Sharing.scope("7TST123");
        unknown.put("cameraIds", List.of("cam-nowhere"));

        assertThat(problems(with("scope", tooMany))).containsExactly("scope.plates out-of-range");
        assertThat(problems(with("scope", ofNobody))).containsExactly("scope.plates out-of-range");
        assertThat(problems(with("scope", future))).containsExactly("scope.to out-of-range");
        assertThat(problems(with("scope", tooLong))).contains("scope.to out-of-range");
        assertThat(problems(with("scope", cameras))).containsExactly("scope.cameraIds out-of-range");
        assertThat(problems(with("scope", unknown))).containsExactly("scope.cameraIds malformed");
    }

    private static Map<String, Object> with(String part, Map<String, Object> value) {
        var body = Sharing.body();
        body.put(part, value);
        return body;
    }

    private static Map<String, Object> purpose(String name, String value) {
        var purpose = new HashMap<>(Sharing.PURPOSE);
        purpose.put(name, value);
        return purpose;
    }

    @Test
    void thePurposePassesTheGateOfTheCitysOwnSearches() {
        assertThat(problems(with("purpose", purpose("narrative", "Immigration hold on the driver at Elm Street"))))
                .containsExactly("purpose.narrative prohibited");
        assertThat(problems(with("purpose", purpose("narrative", "official police business"))))
                .containsExactly("purpose.narrative vague");
    }

    @Test
    void nobodyAsksForYetAnotherAgency() {
        assertThat(problems(with("purpose", purpose("onBehalfOf", "XX0000002"))))
                .containsExactly("purpose.onBehalfOf no-grant");
    }

    @Test
    void anAgencyHasAnIdentifierOfTheStateThatItNames() {
        var without = Sharing.requester("federal", "XX");
        without.remove("ori");
        var foreign = Sharing.requester("in-state-law-enforcement", "XX");
        foreign.put("ori", "ZZ0000001");

        assertThat(problems(with("requester", without))).containsExactly("requester.ori missing");
        assertThat(problems(with("requester", foreign))).containsExactly("requester.ori malformed");
    }

    @Test
    void aDeclarationIsStoredAsTheHashOfItsText() {
        var requester = Sharing.requester("out-of-state", "XX");
        requester.put(
                "declaration",
                Map.of(
                        "text",
                        "I declare.",
                        "signedBy",
                        "Chief Bo Lin",
                        "signedAt",
                        NOW.minusSeconds(60).toString()));

        sharing.filed(with("requester", requester));

        var entry = sharing.city.ledger().entries(EntryType.GRANT_REQUESTED).getFirst();
        assertThat(entry.openings().get(Field.ON_BEHALF_OF))
                .satisfies(stored -> assertThat(stored.value())
                        .contains(Digests.sha256Hex("I declare."), "Chief Bo Lin")
                        .doesNotContain("I declare."));
        var stored = Objects.requireNonNull(entry.openings().get(Field.ON_BEHALF_OF));
        assertThat(OutsideRequester.of(stored.value()).isDeclared()).isTrue();
    }

    @Test
    void aDeclarationIsNotSignedTomorrow() {
        var requester = Sharing.requester("out-of-state", "XX");
        requester.put(
                "declaration",
                Map.of(
                        "text",
                        "I declare.",
                        "signedBy",
                        "Bo",
                        "signedAt",
                        NOW.plusSeconds(1).toString()));

        assertThat(problems(with("requester", requester)))
                .containsExactly("requester.declaration.signedAt out-of-range");
    }

    @Test
    void aRequesterWhomAStatesRuleRefusesIsRefusedWithThatRuleOnFile() {
        rules.add(RULE);

        var refused = sharing.manage().file(sharing.records, new Form(Sharing.body()));

        assertThat(Results.refusal(refused)).isEqualTo(new Refusal.Denied(List.of(RULE)));
        var entry = sharing.city.ledger().entries(EntryType.GRANT_REQUESTED).getFirst();
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.openings().get(Field.REASON))
                .satisfies(reason -> assertThat(reason.value()).isEqualTo(RULE));
        assertThat(sharing.grants.askedOn(NOW)).isEmpty();
    }

    @Test
    void aRuleThatCameMeanwhileRefusesAtTheReview() {
        var grant = sharing.filed(Sharing.body());
        rules.add(RULE);

        assertThat(Results.refusal(sharing.manage().decide(sharing.manager, grant.grantId(), Sharing.review(true))))
                .isEqualTo(new Refusal.Denied(List.of(RULE)));
    }

    @Test
    void theReviewerSeesWhatIsAsked() {
        var grant = sharing.filed(Sharing.body());

        var filed = Results.value(sharing.manage().list(sharing.manager));

        assertThat(filed).extracting(ManageGrants.Filed::grant).containsExactly(grant);
        assertThat(filed.getFirst().asked()).containsEntry(Field.CASE_NUMBER, "26-004711");
    }

    @Test
    void anApprovalCountsUntilFifteenMinutesAfterItsSecondFactor() {
        var approved = sharing.approved();

        assertThat(approved.lapsesAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(approved.state(NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isEqualTo(Grant.State.APPROVED);
        assertThat(approved.state(NOW.plus(Duration.ofMinutes(15)))).isEqualTo(Grant.State.LAPSED);
    }

    @Test
    void aRefusedRequestIsClosed() {
        var grant = sharing.filed(Sharing.body());

        var refused = Results.value(sharing.manage().decide(sharing.manager, grant.grantId(), Sharing.review(false)));

        assertThat(refused.state(NOW)).isEqualTo(Grant.State.REFUSED);
        assertThat(Results.state(sharing.manage().decide(sharing.manager, grant.grantId(), Sharing.review(true))))
                .isEqualTo("refused");
    }

    @Test
    void aRequestWaitsForADay() {
        var grant = sharing.filed(Sharing.body());
        sharing.clock.advance(Duration.ofHours(24));
        var late = new Caller(sharing.manager.person(), "session", sharing.clock.instant(), "a phone");

        assertThat(Results.state(sharing.manage().decide(late, grant.grantId(), Sharing.review(true))))
                .isEqualTo("lapsed");
    }

    @Test
    void nobodyReviewsWhatTheyFiledAndNoDeputyOfTheSameOfficeDoes() {
        var both = TestData.person("zhou-of-two-roles", Role.RECORDS_OFFICER, Role.PROGRAM_MANAGER);
        sharing.city.people().put(both);
        var grant = Results.value(sharing.manage().file(TestData.caller(both), new Form(Sharing.body())));

        assertThat(Results.refusal(
                        sharing.manage().decide(TestData.caller(both), grant.grantId(), Sharing.review(true))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(Results.refusal(sharing.manage().decide(sharing.manager, grant.grantId(), Sharing.review(true))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
    }

    @Test
    void aReviewNeedsAFreshSecondFactor() {
        var grant = sharing.filed(Sharing.body());
        sharing.clock.advance(Duration.ofMinutes(5));

        assertThat(Results.refusal(sharing.manage().decide(sharing.manager, grant.grantId(), Sharing.review(true))))
                .isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
    }

    @Test
    void whatNobodyKnowsAnyMoreIsNotApproved() {
        var grant = sharing.filed(Sharing.body());
        var forgetful = sharing.manage(ids -> Collections.emptyMap());

        assertThat(Results.refusal(forgetful.decide(sharing.manager, grant.grantId(), Sharing.review(true))))
                .isEqualTo(new Refusal.Conflict(ManageGrants.FORGOTTEN, "requested"));
    }

    @Test
    void whatWasNeverFiledIsNotFoundAndAReviewIsComplete() {
        assertThat(Results.refusal(sharing.manage().decide(sharing.manager, "unknown", Sharing.review(true))))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(Results.problems(sharing.manage().decide(sharing.manager, "unknown", new Form(Map.of()))))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("approve", "reason");
    }
}
