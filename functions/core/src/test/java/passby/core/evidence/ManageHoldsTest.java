package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Outcome;
import passby.core.people.Role;
import passby.core.purge.DueRow;
import passby.core.purge.PurgeDue;
import passby.core.purge.RowKind;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.testing.Results;
import passby.core.testing.TestData;

final class ManageHoldsTest {
    private final Evidence evidence = new Evidence();

    @Test
    void aHoldKeepsTheReadAtOnceForFourteenDaysAndLongerOnceASecondRoleApproves() {
        var placed = evidence.placed();

        assertThat(placed.state()).isEqualTo(Hold.State.PRESERVED);
        assertThat(placed.until()).isEqualTo(NOW.plus(Duration.ofDays(14)));
        assertThat(evidence.city.frames().allReads().getFirst().holds()).isEmpty();
        assertThat(evidence.city.rows().find(RowKind.READ, evidence.read.readId()))
                .get()
                .satisfies(row -> assertThat(row.holds()).containsExactly(placed.holdId()));

        var held = Results.value(evidence.keep.decide(
                evidence.manager, placed.holdId(), Evidence.decision("approve", "program-manager")));

        assertThat(held.state()).isEqualTo(Hold.State.HELD);
        assertThat(held.until()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(evidence.city.ledger().entries())
                .extracting(entry -> entry.type())
                .containsExactly(EntryType.HOLD_PLACED, EntryType.HOLD_DECIDED);
    }

    @Test
    void oneRoleAloneApprovesAndReleasesNothing() {
        var placed = evidence.placed();
        var both = TestData.caller(TestData.person("okafor", Role.RECORDS_OFFICER, Role.PROGRAM_MANAGER));

        assertThat(Results.refusal(evidence.keep.decide(
                        evidence.records, placed.holdId(), Evidence.decision("approve", "records-officer"))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        assertThat(Results.refusal(
                        evidence.keep.decide(both, placed.holdId(), Evidence.decision("approve", "records-officer"))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));

        assertThat(evidence.holds.find(placed.holdId())).contains(placed);
    }

    @Test
    void releaseTakesTwoRoles() {
        var hold = evidence.approved();
        var asked = Results.value(evidence.keep.request(
                evidence.records, hold.holdId(), new Form(Map.of("action", "release", "role", "records-officer"))));
        assertThat(asked.state()).isEqualTo(Hold.State.HELD);
        assertThat(Results.refusal(evidence.keep.decide(
                        evidence.records, hold.holdId(), Evidence.decision("approve", "records-officer"))))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));

        var released = Results.value(
                evidence.keep.decide(evidence.manager, hold.holdId(), Evidence.decision("approve", "program-manager")));

        assertThat(released.state()).isEqualTo(Hold.State.RELEASED);
    }

    @Test
    void aRenewalIsApprovedLikeAHold() {
        var hold = evidence.approved();
        var next = NOW.plus(Duration.ofDays(300));
        evidence.keep.request(
                evidence.records,
                hold.holdId(),
                new Form(Map.of("action", "renew", "role", "records-officer", "reviewAt", next.toString())));

        var renewed = Results.value(
                evidence.keep.decide(evidence.manager, hold.holdId(), Evidence.decision("approve", "program-manager")));

        assertThat(renewed.until()).isEqualTo(next);
    }

    @Test
    void aPreservationForTheDefenceTakesOneRole() {
        var hold = Results.value(evidence.keep.place(evidence.records, evidence.preservation()));

        assertThat(hold.request()).isNull();
        assertThat(hold.until()).isEqualTo(NOW.plus(Duration.ofDays(14)));
        assertThat(hold.party()).isEqualTo("defence");
    }

    @Test
    void aReadThatNoOperatorsWorkNamedCannotBeHeld() {
        var form = new Form(Map.of(
                "kind", "preservation",
                "caseNumber", "26-004711",
                "authority", "curiosity",
                "party", "defence",
                "role", "records-officer",
                "reads", List.of(Map.of("readId", evidence.read.readId(), "namedBy", "some-other-entry"))));

        assertThat(Results.refusal(evidence.keep.place(evidence.records, form))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void beforeThePurgesMarkTheHoldWins() {
        evidence.clock.set(evidence.read.expiresAt().minusSeconds(30));

        var hold = Results.value(evidence.keep.place(evidence.records, evidence.preservation()));

        assertThat(hold.state()).isEqualTo(Hold.State.PRESERVED);
        var until = evidence.clock.instant().plus(PurgeDue.EARLY);
        for (var shard = 0; shard < 16; shard++) {
            assertThat(evidence.city.rows().due(RowKind.READ, shard, until, 10)).isEmpty();
        }
    }

    @Test
    void afterThePurgesMarkAHoldIsAClearConflict() {
        evidence.clock.set(evidence.read.expiresAt().minusSeconds(30));
        evidence.city
                .rows()
                .mark(
                        new DueRow(RowKind.READ, evidence.read.readId(), evidence.read.expiresAt()),
                        evidence.read.expiresAt());

        var answer = evidence.keep.place(evidence.records, evidence.preservation());

        assertThat(Results.refusal(answer)).isEqualTo(new Refusal.Conflict(ManageHolds.TOO_LATE));
        assertThat(answer.accepted()).isEqualTo(evidence.city.ledger().lastRefusal(EntryType.HOLD_PLACED));
    }

    @Test
    void aReadPastItsRetentionIsNotFoundEvenWhileItIsStored() {
        evidence.clock.set(evidence.read.expiresAt());

        assertThat(Results.refusal(evidence.keep.place(evidence.records, evidence.preservation())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        var answer = evidence.keep.place(evidence.records, new Form(Map.of("kind", "curiosity")));

        assertThat(Results.problems(answer))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "kind malformed",
                        "caseNumber missing",
                        "authority missing",
                        "party missing",
                        "role missing",
                        "reads missing",
                        "reviewAt missing");
        assertThat(evidence.city.ledger().entries().getLast().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aReviewDateMoreThanAYearAheadIsRefused() {
        assertThat(Results.refusal(
                        evidence.keep.place(evidence.records, evidence.form("civil", NOW.plus(Duration.ofDays(367))))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void anEndedHoldCannotBeRenewed() {
        var hold = evidence.approved();
        evidence.clock.set(hold.until());

        assertThat(Results.refusal(evidence.keep.request(
                        evidence.records,
                        hold.holdId(),
                        new Form(Map.of(
                                "action",
                                "renew",
                                "role",
                                "records-officer",
                                "reviewAt",
                                hold.until().plus(Duration.ofDays(9)).toString())))))
                .isInstanceOf(Refusal.Conflict.class);
    }
}
