package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.APolicyRequest.LONGER;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.governance.PolicyRequest.State;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.Bounds;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.RecognizerOrder;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.APolicyRequest;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

final class DecidePolicyRequestTest {
    private boolean settled = true;
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final PolicyRequest request = APolicyRequest.pending(new Unique().ulid(NOW), LONGER);
    private final Caller chief = TestData.caller(TestData.person("chief-ito", Role.CHIEF));
    private final Caller manager = TestData.caller(TestData.person("manager-osei", Role.PROGRAM_MANAGER));
    private final Caller records = TestData.caller(TestData.person("records-zhou", Role.RECORDS_OFFICER));
    private OptOut.Status optOut = OptOut.Status.IN_FORCE;

    DecidePolicyRequestTest() {
        city.policyDocuments().put(TestData.policy(1, NonHitRetention.DAYS_7));
        city.policyRequests().put(request);
        Stream.of(chief, manager, records).map(Caller::person).forEach(city.people()::put);
    }

    private Result<DecidePolicyRequest.Decided> decide(Caller caller, Map<String, Object> body) {
        return decide(TestAuthorizer.open(city, clock), caller, request.requestId(), body);
    }

    private Result<DecidePolicyRequest.Decided> decide(
            Authorizer authorizer, Caller caller, String requestId, Map<String, Object> body) {
        return new DecidePolicyRequest(
                        authorizer,
                        city.policyDocuments(),
                        city.policyRequests(),
                        city.people(),
                        () -> optOut,
                        (clocks, now) -> settled,
                        clock)
                .handle(caller, requestId, new Form(body));
    }

    private static Map<String, Object> approveAs(Role role) {
        return Map.of("decision", "approve", "role", role.code(), "reason", "Council resolution 2036-12");
    }

    private static Map<String, Object> rejectAs(Role role) {
        return Map.of("decision", "reject", "role", role.code(), "reason", "Not before the hearing");
    }

    private EffectivePolicy inForce() {
        return city.policyDocuments().current();
    }

    private PolicyRequest stored() {
        return city.policyRequests().find(request.requestId()).orElseThrow();
    }

    private int entries() {
        return city.ledger().entries().size();
    }

    @Test
    void oneApprovalChangesNothingYet() {
        var answer = decide(chief, approveAs(Role.CHIEF));

        assertThat(answer).extracting(Results::value).satisfies(decided -> {
            assertThat(decided.inForce()).isNull();
            assertThat(decided.request()).isEqualTo(stored());
        });
        assertThat(stored().state(NOW)).isEqualTo(State.PENDING);
        assertThat(inForce().version()).isOne();
        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryType.POLICY_REQUEST_DECIDED);
            assertThat(entry.references()).containsExactly(request.entryId());
        });
    }

    @Test
    void theSecondApprovalByAnotherPersonInAnotherRolePutsItInForceInOneChangeWithItsEntry() {
        var before = inForce();
        decide(chief, approveAs(Role.CHIEF));

        var answer = decide(records, approveAs(Role.RECORDS_OFFICER));

        assertThat(answer)
                .extracting(Results::value)
                .satisfies(decided -> assertThat(decided.inForce()).isEqualTo(inForce()));
        assertThat(inForce().version()).isEqualTo(2);
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_30);
        assertThat(stored().stored()).isEqualTo(State.APPROVED);
        assertThat(entries()).isEqualTo(2);
        var entry = city.ledger().entries().getLast();
        assertThat(entry.type()).isEqualTo(EntryType.POLICY_CHANGED);
        assertThat(entry.policyHash()).isEqualTo(inForce().hash());
        assertThat(Objects.requireNonNull(entry.openings().get(Field.ACTION)).value())
                .isEqualTo("NonHitRetention: 7d to 30d, approved as chief and records-officer");
        assertThat(Objects.requireNonNull(entry.openings().get(Field.BEFORE)).value())
                .isEqualTo(before.canonical());
        assertThat(entry.references())
                .containsExactly(
                        request.entryId(), city.ledger().entries().getFirst().entryId());
    }

    /** threats.md: two friends approve each other. Sharing a role, they cannot. */
    @Test
    void theApprovalOfSomebodyWhoWasDisabledSinceDoesNotCount() {
        decide(chief, approveAs(Role.CHIEF));
        city.people().put(chief.person().revoked());

        assertThat(Results.value(decide(manager, approveAs(Role.PROGRAM_MANAGER)))
                        .inForce())
                .isNull();
        assertThat(stored().state(NOW)).isEqualTo(State.PENDING);

        assertThat(Results.value(decide(records, approveAs(Role.RECORDS_OFFICER)))
                        .inForce())
                .isEqualTo(inForce());
        assertThat(inForce().version()).isEqualTo(2);
    }

    @Test
    void theApprovalOfSomebodyWhoLostTheRoleDoesNotCountAndWhoHoldsItNowMayApprove() {
        decide(chief, approveAs(Role.CHIEF));
        city.people().put(TestData.person("chief-ito", Role.OPERATOR));
        var successor = TestData.person("chief-weber", Role.CHIEF);
        city.people().put(successor);

        assertThat(Results.value(decide(TestData.caller(successor), approveAs(Role.CHIEF)))
                        .inForce())
                .isNull();
        assertThat(Results.value(decide(manager, approveAs(Role.PROGRAM_MANAGER)))
                        .inForce())
                .isEqualTo(inForce());
    }

    @Test
    void twoFriendsInTheSameRoleDoNotApproveForEachOther() {
        var deputy = TestData.caller(TestData.person("manager-roy", Role.PROGRAM_MANAGER));
        decide(manager, approveAs(Role.PROGRAM_MANAGER));

        var answer = decide(deputy, approveAs(Role.PROGRAM_MANAGER));

        assertThat(answer).extracting(Results::refusal).isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(inForce().version()).isOne();
        assertThat(entries()).isEqualTo(2);
    }

    /** threats.md: two friends approve each other. A phone left on the desk approves nothing. */
    @ParameterizedTest
    @ValueSource(longs = {300, 301, 3600, -61})
    void withoutASecondFactorShownJustNowNobodyDecides(long secondsAgo) {
        var stale = new Caller(chief.person(), chief.sessionId(), NOW.minusSeconds(secondsAgo), chief.device());

        assertThat(decide(stale, approveAs(Role.CHIEF)))
                .extracting(Results::refusal)
                .isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));

        assertThat(stored()).isEqualTo(request);
        assertThat(entries()).isOne();
    }

    @Test
    void aSecondFactorOfFiveMinutesAgoIsStillFreshAMomentBefore() {
        var fresh = new Caller(chief.person(), chief.sessionId(), NOW.minusSeconds(299), chief.device());

        assertThat(decide(fresh, approveAs(Role.CHIEF))).isInstanceOf(Result.Done.class);
    }

    @Test
    void nobodyDecidesTwiceNotEvenInTwoRoles() {
        var both = TestData.caller(TestData.person("chief-ito", Role.CHIEF, Role.RECORDS_OFFICER));
        decide(both, approveAs(Role.CHIEF));

        assertThat(decide(both, approveAs(Role.RECORDS_OFFICER)))
                .extracting(Results::refusal)
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(decide(both, rejectAs(Role.RECORDS_OFFICER)))
                .extracting(Results::refusal)
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));

        assertThat(inForce().version()).isOne();
    }

    @Test
    void aLooseningWaitsUntilEveryShorteningIsAppliedToWhatIsStored() {
        settled = false;
        decide(manager, approveAs(Role.PROGRAM_MANAGER));

        var agreed = Results.value(decide(chief, approveAs(Role.CHIEF)));
        assertThat(agreed.request().state(clock.instant())).isEqualTo(State.AGREED);
        assertThat(agreed.notes()).singleElement().asString().contains("still being dated");
        assertThat(Results.state(decide(chief, approveAs(Role.CHIEF)))).isEqualTo("agreed");
        assertThat(inForce().version()).isOne();
        settled = true;

        assertThat(Results.value(decide(chief, approveAs(Role.CHIEF))).inForce())
                .isEqualTo(inForce());
        assertThat(inForce().version()).isEqualTo(2);
        assertThat(stored().decisions()).hasSize(2);
    }

    @Test
    void whatTwoPeopleAgreedToDoesNotLapseWhileItWaitsForTheRedating() {
        settled = false;
        decide(manager, approveAs(Role.PROGRAM_MANAGER));
        decide(chief, approveAs(Role.CHIEF));
        clock.set(NOW.plus(Duration.ofDays(3)));
        settled = true;

        var answer = decide(signedIn(manager, clock.instant()), approveAs(Role.PROGRAM_MANAGER));

        assertThat(Results.value(answer).inForce()).isEqualTo(inForce());
        assertThat(stored().stored()).isEqualTo(State.APPROVED);
    }

    @Test
    void whatTwoPeopleAgreedToIsNotPutInForceOnceOneOfThemLostTheRole() {
        settled = false;
        decide(manager, approveAs(Role.PROGRAM_MANAGER));
        decide(chief, approveAs(Role.CHIEF));
        city.people().put(TestData.person("manager-osei", Role.OPERATOR));
        clock.set(NOW.plus(Duration.ofDays(1)));
        settled = true;

        var answer = decide(signedIn(chief, clock.instant()), approveAs(Role.CHIEF));

        assertThat(Results.state(answer)).isEqualTo(State.EXPIRED.code());
        assertThat(inForce().version()).isOne();
    }

    @Test
    void aThirdPersonMayRejectWhatTwoAgreedToBeforeItIsInForce() {
        settled = false;
        decide(manager, approveAs(Role.PROGRAM_MANAGER));
        decide(chief, approveAs(Role.CHIEF));

        assertThat(Results.refusal(decide(chief, rejectAs(Role.CHIEF))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(decide(records, rejectAs(Role.RECORDS_OFFICER))).isInstanceOf(Result.Done.class);

        assertThat(stored().stored()).isEqualTo(State.REJECTED);
    }

    @Test
    void anApprovalWithoutASecondOneLapsesAndItsPersonMayGiveItAgain() {
        decide(chief, approveAs(Role.CHIEF));
        clock.set(NOW.plus(Duration.ofMinutes(15)));

        var alone = decide(signedIn(manager, clock.instant()), approveAs(Role.PROGRAM_MANAGER));
        var again = decide(signedIn(chief, clock.instant()), approveAs(Role.CHIEF));

        assertThat(Results.value(alone).inForce()).isNull();
        assertThat(Results.value(again).inForce()).isEqualTo(inForce());
        assertThat(inForce().version()).isEqualTo(2);
        assertThat(stored().decisions()).hasSize(2);
    }

    @Test
    void anApprovalLapsesByTheMomentOfItsSecondFactorNotOfItsDecision() {
        var earlier = NOW.minus(Duration.ofMinutes(4));
        decide(signedIn(chief, earlier), approveAs(Role.CHIEF));
        clock.set(earlier.plus(Duration.ofMinutes(15)));

        assertThat(Results.value(decide(signedIn(manager, clock.instant()), approveAs(Role.PROGRAM_MANAGER)))
                        .inForce())
                .isNull();
        assertThat(inForce().version()).isOne();
    }

    /** Issue 15: two approvals by one person under two sessions. */
    @Test
    void onePersonUnderTwoSessionsIsOnePerson() {
        decide(chief, approveAs(Role.CHIEF));
        var both = TestData.person("chief-ito", Role.CHIEF, Role.RECORDS_OFFICER);
        city.people().put(both);
        var elsewhere = new Caller(both, "another-session", NOW, "another desk");

        assertThat(Results.refusal(decide(elsewhere, approveAs(Role.RECORDS_OFFICER))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(inForce().version()).isOne();
    }

    @Test
    void oneRejectionClosesTheRequest() {
        decide(chief, approveAs(Role.CHIEF));

        var answer = decide(manager, rejectAs(Role.PROGRAM_MANAGER));

        assertThat(answer).isInstanceOf(Result.Done.class);
        assertThat(stored().stored()).isEqualTo(State.REJECTED);
        assertThat(decide(records, approveAs(Role.RECORDS_OFFICER)))
                .extracting(Results::state)
                .isEqualTo(State.REJECTED.code());
        assertThat(inForce().version()).isOne();
    }

    @Test
    void anotherPersonOfTheSameRoleMayReject() {
        var deputy = TestData.caller(TestData.person("manager-roy", Role.PROGRAM_MANAGER));
        decide(manager, approveAs(Role.PROGRAM_MANAGER));

        assertThat(decide(deputy, rejectAs(Role.PROGRAM_MANAGER))).isInstanceOf(Result.Done.class);

        assertThat(stored().stored()).isEqualTo(State.REJECTED);
    }

    @Test
    void afterADayNobodyDecides() {
        clock.set(request.expiresAt());
        var late = signedIn(chief, clock.instant());

        assertThat(decide(late, approveAs(Role.CHIEF)))
                .extracting(Results::state)
                .isEqualTo(State.EXPIRED.code());
        clock.set(request.expiresAt().minusMillis(1));

        assertThat(decide(signedIn(chief, clock.instant()), approveAs(Role.CHIEF)))
                .isInstanceOf(Result.Done.class);
    }

    @Test
    void onlyTheFieldsAskedForAreMergedOntoWhatRulesByThen() {
        decide(chief, approveAs(Role.CHIEF));
        city.policyDocuments().put(TestData.withCameraUploadRate(TestData.policy(2, NonHitRetention.DAYS_3), 30));

        decide(manager, approveAs(Role.PROGRAM_MANAGER));

        assertThat(inForce().version()).isEqualTo(3);
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_30);
        assertThat(inForce().cameraUploadRate()).isEqualTo(30);
    }

    @Test
    void aCeilingThatCameInBetweenIsKept() {
        decide(chief, approveAs(Role.CHIEF));
        city.policyDocuments()
                .put(CityParameters.of(inForce())
                        .with(List.of(new Change(Parameter.STATE_PROFILE, "default", "VA")))
                        .policy(2, Bounds.DEFAULT));

        var answer = decide(manager, approveAs(Role.PROGRAM_MANAGER));

        assertThat(answer).extracting(Results::refusal).asString().contains("Code of Virginia");
        assertThat(inForce().version()).isEqualTo(2);
        assertThat(stored().state(NOW)).isEqualTo(State.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void rekognitionIsPutInForceOnlyUnderACertainOptOut(OptOut.Status status) {
        optOut = status;
        var order = new Change(Parameter.RECOGNIZER_ORDER, "container-only", "rekognition-first");
        var both = APolicyRequest.pending(request.requestId(), LONGER, order);
        city.policyRequests().put(both);
        decide(chief, approveAs(Role.CHIEF));

        var answer = decide(manager, approveAs(Role.PROGRAM_MANAGER));

        var inForce = status == OptOut.Status.IN_FORCE;
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_30);
        assertThat(inForce().order())
                .isEqualTo(inForce ? RecognizerOrder.REKOGNITION_FIRST : RecognizerOrder.CONTAINER_ONLY);
        assertThat(answer)
                .extracting(Results::value)
                .satisfies(decided -> assertThat(decided.notes())
                        .isEqualTo(inForce ? List.of() : List.of(ApplyCityParameters.NOT_CERTAIN)));
    }

    @Test
    void whatCannotChangeAnythingIsToldAndStaysPending() {
        optOut = OptOut.Status.UNKNOWN;
        var order = new Change(Parameter.RECOGNIZER_ORDER, "container-only", "rekognition-first");
        city.policyRequests().put(APolicyRequest.pending(request.requestId(), order));
        decide(chief, approveAs(Role.CHIEF));

        assertThat(decide(manager, approveAs(Role.PROGRAM_MANAGER)))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Conflict.class);

        assertThat(inForce().version()).isOne();
    }

    @Test
    void everythingThatIsWrongWithADecisionIsToldAtOnce() {
        var answer = decide(chief, Map.of("decision", "perhaps", "role", "operator", "more", 1));

        assertThat(answer)
                .extracting(Results::problems)
                .satisfies(invalid -> assertThat(invalid)
                        .extracting(Problem::field)
                        .containsExactlyInAnyOrder("decision", "role", "reason", "more"));
        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryType.POLICY_REQUEST_DECIDED);
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        });
    }

    @Test
    void nobodyDecidesInARoleThatTheyDoNotHold() {
        assertThat(decide(chief, approveAs(Role.RECORDS_OFFICER)))
                .extracting(Results::problems)
                .satisfies(invalid ->
                        assertThat(invalid).containsExactly(new Problem("role", "not-held", "a role that you hold")));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var answer = decide(TestAuthorizer.open(city, clock), chief, "EXACT", approveAs(Role.CHIEF));

        assertThat(answer)
                .isEqualTo(new Result.Refused<>(
                        new Refusal.NotFound(), city.ledger().lastRefusal(EntryType.POLICY_REQUEST_DECIDED)));
    }

    @Test
    void whoeverIsRefusedAtTheDoorDecidesNothing() {
        var answer = decide(TestAuthorizer.closed(city, clock), chief, request.requestId(), approveAs(Role.CHIEF));

        assertThat(answer).extracting(Results::refusal).isInstanceOf(Refusal.Denied.class);
        assertThat(stored()).isEqualTo(request);
    }

    private static Caller signedIn(Caller caller, Instant at) {
        return new Caller(caller.person(), caller.sessionId(), at, caller.device());
    }

    @Test
    void aRequestLivesADay() {
        assertThat(Duration.between(request.requestedAt(), request.expiresAt())).isEqualTo(Duration.ofHours(24));
    }
}
