package passby.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.people.Sessions;
import passby.core.request.InMemoryRequests;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ResetFactorsTest {
    private static final String OFFICER = "officer-lopez";

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryFactors factors = new InMemoryFactors();
    private final ResetFactors resets = new ResetFactors(
            TestAuthorizer.open(city, clock),
            new InMemoryRequests<>(city.ledger()),
            factors,
            city.people(),
            city.sessions(),
            new Ulids(clock, city.entropy()),
            clock);

    @BeforeEach
    void peopleHaveAccounts() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.people().put(TestData.person(OFFICER, Role.OPERATOR));
        city.people().put(TestData.person("chief-ito", Role.CHIEF));
        city.people().put(TestData.person("manager-osei", Role.PROGRAM_MANAGER));
        city.people().put(TestData.person("manager-adeyemi", Role.PROGRAM_MANAGER));
        city.people().put(TestData.person("admin-kim", Role.SYSTEM_ADMIN));
    }

    private Caller by(String personId) {
        var person = city.people().find(personId).orElseThrow();
        return new Caller(person, "session-" + personId, clock.instant(), "desk");
    }

    private Result<FactorReset> asked(String by, String personId) {
        return resets.ask(by(by), personId, new Form(Map.of("reason", "The telephone fell into the river")));
    }

    private String waiting() {
        return Results.value(asked("manager-osei", OFFICER)).requestId();
    }

    private Result<FactorReset> decided(Caller by, String requestId, boolean approve, Role role) {
        return resets.decide(
                by, requestId, new Form(Map.of("approve", approve, "role", role.code(), "reason", "Seen in person")));
    }

    private Result<FactorReset> approved(String requestId) {
        return decided(by("chief-ito"), requestId, true, Role.CHIEF);
    }

    @Test
    void anApprovedResetTakesTheFactorAwayAndEndsEverySession() {
        city.sessions().put(OFFICER, "session-1", NOW);
        var requestId = waiting();
        assertThat(factors.reset).isEmpty();

        var done = Results.value(approved(requestId));

        assertThat(done.state(clock.instant())).isEqualTo(FactorReset.State.APPROVED);
        assertThat(factors.reset).containsExactly(OFFICER);
        assertThat(city.sessions().touch(OFFICER, "session-1", NOW, NOW)).isEqualTo(Sessions.Touch.LOCKED);
        assertThat(city.ledger().entries())
                .extracting(entry -> entry.type())
                .containsExactly(EntryType.FACTOR_RESET_REQUESTED, EntryType.FACTOR_RESET_DECIDED);
        assertThat(city.ledger().entries().getLast().references())
                .containsExactly(city.ledger().entries().getFirst().entryId());
    }

    @Test
    void aRejectedResetChangesNothing() {
        Results.value(decided(by("chief-ito"), waiting(), false, Role.CHIEF));

        assertThat(factors.reset).isEmpty();
    }

    @Test
    void nobodyApprovesTheirOwnRequestNorADeputyOfTheSameOffice() {
        var requestId = waiting();

        for (var deputy : new String[] {"manager-osei", "manager-adeyemi"}) {
            assertThat(Results.refusal(decided(by(deputy), requestId, true, Role.PROGRAM_MANAGER)))
                    .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        }
        assertThat(factors.reset).isEmpty();
    }

    @Test
    void whoeverLostTheirFactorNeitherAsksNorApproves() {
        assertThat(Results.refusal(asked("manager-osei", "manager-osei")))
                .isEqualTo(new Refusal.Unmet(Requirement.ANOTHER_PERSON));
        var chiefs = Results.value(asked("admin-kim", "chief-ito")).requestId();

        assertThat(Results.refusal(approved(chiefs))).isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        Results.value(decided(by("manager-osei"), chiefs, true, Role.PROGRAM_MANAGER));
        assertThat(factors.reset).containsExactly("chief-ito");
    }

    @Test
    void anApprovalNeedsAFreshSecondFactorOfItsOwn() {
        var requestId = waiting();
        var stale = by("chief-ito");
        clock.advance(Duration.ofMinutes(5));

        assertThat(Results.refusal(decided(stale, requestId, true, Role.CHIEF)))
                .isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
    }

    @Test
    void whenThePoolDidNotAnswerWhoeverApprovedSaysSoAgainForAQuarterOfAnHour() {
        var requestId = waiting();
        factors.answers = false;
        assertThatThrownBy(() -> approved(requestId)).isInstanceOf(IllegalStateException.class);
        factors.answers = true;

        clock.advance(Duration.ofMinutes(14));
        assertThat(Results.refusal(decided(by("manager-adeyemi"), requestId, true, Role.PROGRAM_MANAGER)))
                .isInstanceOf(Refusal.Conflict.class);
        Results.value(approved(requestId));

        assertThat(factors.reset).containsExactly(OFFICER);
        clock.advance(Duration.ofMinutes(15));
        assertThat(Results.refusal(approved(requestId)))
                .isEqualTo(new Refusal.Conflict(ResetFactors.CLOSED, "approved"));
    }

    @Test
    void aCityWithAnIssuerOfItsOwnIsToldThatItsKeeperDoesIt() {
        factors.ours = false;

        assertThat(Results.refusal(asked("manager-osei", OFFICER)))
                .isEqualTo(new Refusal.Conflict(ResetFactors.OWN_ISSUER));
        assertThat(city.ledger().entries(EntryType.FACTOR_RESET_REQUESTED)).hasSize(1);
    }

    @Test
    void nobodyAsksForAStrangerOrForWhoeverIsShutOut() {
        city.people().put(TestData.disabled(TestData.person("officer-left", Role.OPERATOR)));

        for (var personId : new String[] {"", "officer-nobody", "officer-left"}) {
            assertThat(Results.refusal(asked("manager-osei", personId))).isEqualTo(new Refusal.NotFound());
        }
    }

    @Test
    void whatWaitsIsListedUntilItIsDecidedOrLapses() {
        var first = waiting();
        var second = waiting();
        approved(first);

        assertThat(Results.value(resets.list(by("chief-ito"))))
                .extracting(FactorReset::requestId)
                .containsExactly(second);
        clock.advance(Duration.ofHours(24));
        assertThat(Results.value(resets.list(by("chief-ito")))).isEmpty();
        assertThat(Results.refusal(approved("no such request"))).isEqualTo(new Refusal.NotFound());
    }
}
