package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.hit.HitCourse.Obstacle;
import passby.core.hit.HitCourse.Ruling;

final class HitCourseTest {
    private static final String OFFICER = "officer-lopez";

    /** A way to each state. */
    private static final Map<HitState, List<HitStep>> WAYS = ways();

    private static List<HitStep> way(HitState to) {
        return Objects.requireNonNull(WAYS.get(to));
    }

    private static Map<HitState, List<HitStep>> ways() {
        var viewed = List.<HitStep>of(new HitStep.Viewed(OFFICER, NOW));
        var matched = and(viewed, new HitStep.ImageMatched(OFFICER, NOW));
        var requested = and(matched, requested(NOW, HitStep.Urgency.URGENT));
        var confirmed = and(requested, new HitStep.Confirmed(OFFICER, NOW, "dispatch 7"));
        var ways = new EnumMap<HitState, List<HitStep>>(HitState.class);
        ways.put(HitState.ALERTED, List.of());
        ways.put(HitState.VIEWED, viewed);
        ways.put(HitState.IMAGE_MATCHED, matched);
        ways.put(HitState.REJECTED, and(viewed, new HitStep.Rejected(OFFICER, NOW, RejectionReason.MISREAD)));
        ways.put(HitState.CONFIRMATION_REQUESTED, requested);
        ways.put(HitState.CONFIRMED, confirmed);
        ways.put(HitState.NOT_CONFIRMED, and(requested, new HitStep.NotConfirmed(OFFICER, NOW, false)));
        ways.put(HitState.CONTACT, and(confirmed, new HitStep.Contacted(OFFICER, NOW)));
        ways.put(HitState.DISPOSITION, and(matched, disposed(Disposition.NONE)));
        return ways;
    }

    private static List<HitStep> and(List<HitStep> steps, HitStep next) {
        var all = new ArrayList<>(steps);
        all.add(next);
        return List.copyOf(all);
    }

    private static HitStep requested(Instant at, HitStep.Urgency urgency) {
        return new HitStep.ConfirmationRequested(OFFICER, at, ConfirmationSource.NCIC, urgency);
    }

    private static HitStep disposed(Disposition... dispositions) {
        return new HitStep.Disposed(OFFICER, NOW, Set.of(dispositions));
    }

    private static HitStep stepTo(HitState state) {
        return switch (state) {
            case ALERTED -> throw new IllegalArgumentException("nothing leads to the beginning");
            case VIEWED -> new HitStep.Viewed(OFFICER, NOW);
            case IMAGE_MATCHED -> new HitStep.ImageMatched(OFFICER, NOW);
            case REJECTED -> new HitStep.Rejected(OFFICER, NOW, RejectionReason.OTHER);
            case CONFIRMATION_REQUESTED -> requested(NOW, HitStep.Urgency.ROUTINE);
            case CONFIRMED -> new HitStep.Confirmed(OFFICER, NOW, "dispatch 7");
            case NOT_CONFIRMED -> new HitStep.NotConfirmed(OFFICER, NOW, false);
            case CONTACT -> new HitStep.Contacted(OFFICER, NOW);
            case DISPOSITION -> disposed(Disposition.NONE);
        };
    }

    /** What product.md, D2, allows, written down a second time; every other pair must be refused. */
    private static final Set<List<HitState>> ALLOWED = Set.of(
            List.of(HitState.ALERTED, HitState.VIEWED),
            List.of(HitState.VIEWED, HitState.VIEWED),
            List.of(HitState.VIEWED, HitState.IMAGE_MATCHED),
            List.of(HitState.VIEWED, HitState.REJECTED),
            List.of(HitState.IMAGE_MATCHED, HitState.CONFIRMATION_REQUESTED),
            List.of(HitState.IMAGE_MATCHED, HitState.DISPOSITION),
            List.of(HitState.CONFIRMATION_REQUESTED, HitState.CONFIRMED),
            List.of(HitState.CONFIRMATION_REQUESTED, HitState.NOT_CONFIRMED),
            List.of(HitState.NOT_CONFIRMED, HitState.CONFIRMATION_REQUESTED),
            List.of(HitState.NOT_CONFIRMED, HitState.DISPOSITION),
            List.of(HitState.CONFIRMED, HitState.CONTACT),
            List.of(HitState.CONFIRMED, HitState.DISPOSITION),
            List.of(HitState.CONTACT, HitState.DISPOSITION));

    @Test
    void everyPairOfStatesIsWalked() {
        for (var from : HitState.values()) {
            for (var to : HitState.values()) {
                if (to != HitState.ALERTED) {
                    var ruling = HitCourse.rule(way(from), stepTo(to));

                    assertThat(ruling instanceof Ruling.Taken)
                            .as("%s to %s", from, to)
                            .isEqualTo(ALLOWED.contains(List.of(from, to)));
                    assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(List.of(from, to)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWayToEachStateEndsThere(HitState state) {
        assertThat(HitCourse.state(way(state))).isEqualTo(state);
        assertThat(state.isOpen()).isEqualTo(state != HitState.REJECTED && state != HitState.DISPOSITION);
    }

    @ParameterizedTest
    @EnumSource(
            value = HitState.class,
            names = {"ALERTED", "VIEWED", "IMAGE_MATCHED", "CONFIRMATION_REQUESTED", "NOT_CONFIRMED"})
    void aContactBeforeTheConfirmationIsRefusedAsAStepAndRecorded(HitState state) {
        var unconfirmed = new HitStep.ContactUnconfirmed(OFFICER, NOW, "It was about to leave");

        assertThat(HitCourse.rule(way(state), unconfirmed)).isEqualTo(new Ruling.RecordedOnly(unconfirmed));
        assertThat(HitCourse.rule(way(state), new HitStep.Contacted(OFFICER, NOW)))
                .isInstanceOf(Ruling.RecordedOnly.class);
        assertThat(HitCourse.state(and(way(state), unconfirmed))).isEqualTo(state);
    }

    /** Nobody rejects a hit and stops its vehicle all the same without a trace. */
    @Test
    void aContactAfterTheRejectionIsRecordedTooAndTheHitStaysEnded() {
        var unconfirmed = new HitStep.ContactUnconfirmed(OFFICER, NOW, "It fled");
        var rejected = way(HitState.REJECTED);

        assertThat(HitCourse.rule(rejected, unconfirmed)).isEqualTo(new Ruling.RecordedOnly(unconfirmed));
        assertThat(HitCourse.rule(rejected, new HitStep.Contacted(OFFICER, NOW)))
                .isEqualTo(new Ruling.RecordedOnly(new HitStep.ContactUnconfirmed(OFFICER, NOW, HitCourse.NO_REASON)));
        assertThat(HitCourse.state(and(rejected, unconfirmed))).isEqualTo(HitState.REJECTED);
        assertThat(HitCourse.rule(and(rejected, unconfirmed), disposed(Disposition.STOP)))
                .isEqualTo(new Ruling.Refused(Obstacle.ENDED));
    }

    @Test
    void whoWasAtTheVehicleWithoutAConfirmationStillSaysHowItEnded() {
        var taken = and(way(HitState.VIEWED), new HitStep.ContactUnconfirmed(OFFICER, NOW, "It was leaving"));

        assertThat(HitCourse.rule(taken, disposed(Disposition.STOP, Disposition.RELEASE)))
                .isInstanceOf(Ruling.Taken.class);
    }

    @Test
    void withAConfirmationItIsAContact() {
        var unconfirmed = new HitStep.ContactUnconfirmed(OFFICER, NOW, "The phone did not know");

        assertThat(HitCourse.rule(way(HitState.CONFIRMED), unconfirmed))
                .isEqualTo(new Ruling.Taken(new HitStep.Contacted(OFFICER, NOW)));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAContactNothingHappenedAtTheVehicle(Disposition disposition) {
        var ruling = HitCourse.rule(way(HitState.CONFIRMED), disposed(disposition));

        var quiet = disposition == Disposition.NONE || disposition == Disposition.FALSE_ALERT;
        assertThat(ruling instanceof Ruling.Taken).isEqualTo(quiet);
        assertThat(HitCourse.rule(way(HitState.CONTACT), disposed(disposition))).isInstanceOf(Ruling.Taken.class);
    }

    @Test
    void onlyWhoSawThePictureSaysWhatIsOnIt() {
        assertThat(HitCourse.rule(way(HitState.VIEWED), new HitStep.ImageMatched("officer-kim", NOW)))
                .isEqualTo(new Ruling.Refused(Obstacle.PICTURE_NOT_SEEN));
    }

    @ParameterizedTest
    @EnumSource
    void aConfirmationCountsUntilItsTimeIsOver(HitStep.Urgency urgency) {
        var taken = and(way(HitState.IMAGE_MATCHED), requested(NOW, urgency));
        var due = NOW.plus(urgency == HitStep.Urgency.URGENT ? Duration.ofMinutes(10) : Duration.ofHours(1));
        var early = due.minusMillis(1);

        assertThat(HitCourse.dueAt(taken)).contains(due);
        assertThat(HitCourse.rule(taken, new HitStep.Confirmed(OFFICER, early, "dispatch 7")))
                .isInstanceOf(Ruling.Taken.class);
        assertThat(HitCourse.rule(taken, new HitStep.Confirmed(OFFICER, due, "dispatch 7")))
                .isEqualTo(new Ruling.Refused(Obstacle.TIMER_OVER));
        assertThat(HitCourse.rule(taken, new HitStep.NotConfirmed(HitStep.CLOCK, due, true)))
                .isInstanceOf(Ruling.Taken.class);
        assertThat(HitCourse.rule(taken, new HitStep.NotConfirmed(HitStep.CLOCK, early, true)))
                .isEqualTo(new Ruling.Refused(Obstacle.NOT_IN_ORDER));
    }

    @Test
    void aSecondRequestHasItsOwnTime() {
        var again = and(way(HitState.NOT_CONFIRMED), requested(NOW.plusSeconds(900), HitStep.Urgency.URGENT));

        assertThat(HitCourse.dueAt(again)).contains(NOW.plusSeconds(1500));
        assertThat(HitCourse.dueAt(way(HitState.NOT_CONFIRMED))).isEmpty();
    }
}
