package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.plate.VehicleColour;
import passby.core.read.Frames;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Hits} with its {@link Outbox} does. */
public abstract class HitsContract {
    private final Unique unique = new Unique();
    private final Instant capturedAt = unique.minute();
    private final List<Hit> raised = new ArrayList<>();

    protected abstract Frames frames();

    protected abstract Hits hits();

    protected abstract UnfinishedRejections rejections();

    protected abstract Outbox outbox();

    protected abstract DurableEntries durable();

    private Hit raise(Instant raisedAt) {
        var read = ARead.of(unique.ulid(capturedAt), unique.plate(), capturedAt).withColour(VehicleColour.Name.BLUE);
        var hit = read.hit(
                AHotListEntry.of("rec-" + unique.code(), read.plate())
                        .withApprovedBy("chief-sato")
                        .build(),
                raisedAt);
        frames().store(
                        read.frame(List.of(hit.hitId())),
                        List.of(read.build()),
                        List.of(new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED))));
        raised.add(hit);
        return hit;
    }

    private Hit raise() {
        return raise(capturedAt.plusSeconds(5));
    }

    private Commit step(Hit seen, HitStep step) {
        return hits().step(seen, step, TestData.entry(EntryType.HIT_STEP));
    }

    private Hit found(Hit hit) {
        return hits().find(hit.hitId()).orElseThrow();
    }

    /** The next test may meet this store again, and its lists are bounded. */
    @AfterEach
    void closeWhatWasRaised() {
        for (var hit : raised) {
            outbox().markSent(hit.hitId());
            if (found(hit).state().isOpen()) {
                step(found(hit), new HitStep.Rejected("officer-lopez", capturedAt, RejectionReason.OTHER));
            }
        }
    }

    @Test
    void ofSeveralHitsThoseThatAreThereAreFoundWithTheirStepsInTheirOrder() {
        var one = raise();
        var other = raise();
        step(other, new HitStep.Viewed("officer-lopez", capturedAt));
        var nowhere = ARead.of(unique.ulid(capturedAt), unique.plate(), capturedAt)
                .hit(AHotListEntry.of("rec-" + unique.code(), unique.plate()).build())
                .hitId();

        var found = hits().find(List.of(other.hitId(), nowhere, one.hitId()));

        assertThat(found).containsExactly(found(other), found(one));
        assertThat(hits().find(List.of(nowhere))).isEmpty();
    }

    @Test
    void aHitIsFoundAsItWasRaised() {
        var hit = raise();

        assertThat(hits().find(hit.hitId())).contains(hit);
    }

    @Test
    void aHitThatNobodyRaisedIsNotThere() {
        var read = ARead.of(unique.ulid(capturedAt), unique.plate(), capturedAt).build();

        assertThat(hits().find(HitId.of(TestData.CITY_KEY, read.passId(), read.plateKey())))
                .isEmpty();
    }

    @Test
    void aStepAndItsEntryCommitTogether() {
        var hit = raise();
        var step = new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9));
        var entry = TestData.entry(EntryType.HIT_STEP);

        var commit = hits().step(hit, step, entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(found(hit).steps()).containsExactly(step);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void stepsAreFoundInTheirOrder() {
        var hit = raise();
        var steps = List.of(
                new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9)),
                new HitStep.Viewed("officer-okafor", capturedAt.plusSeconds(11)),
                new HitStep.Rejected("officer-okafor", capturedAt.plusSeconds(30), RejectionReason.WRONG_STATE));

        steps.forEach(step -> step(found(hit), step));

        assertThat(found(hit).steps()).isEqualTo(steps);
        assertThat(found(hit).state()).isEqualTo(HitState.REJECTED);
    }

    @Test
    void aStepThatDidNotSeeTheLastOneIsRefused() {
        var hit = raise();
        var first = new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9));
        step(hit, first);
        var entry = TestData.entry(EntryType.HIT_STEP);

        var commit = hits().step(hit, new HitStep.Viewed("officer-okafor", capturedAt.plusSeconds(9)), entry);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(found(hit).steps()).containsExactly(first);
        assertThat(durable().canonical(entry.entryId())).isEmpty();
    }

    @Test
    void openHitsAreListedWithTheirStepsTheNewestFirst() {
        var older = raise(capturedAt.plusSeconds(5));
        var newer = raise(capturedAt.plusSeconds(6));
        step(older, new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9)));

        eventually(() -> assertThat(hits().open())
                .containsSubsequence(newer, found(older))
                .isSortedAccordingTo(Comparator.comparing(Hit::raisedAt).reversed()));
    }

    @Test
    void theNextPageBeginsBehindAHitAlsoWhenThatOneHasEnded() {
        var oldest = raise(capturedAt.plusSeconds(5));
        var older = raise(capturedAt.plusSeconds(6));
        var last = raise(capturedAt.plusSeconds(7));
        var newer = raise(capturedAt.plusSeconds(8));
        step(last, new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9)));
        step(found(last), new HitStep.ImageMatched("officer-lopez", capturedAt.plusSeconds(20)));
        step(found(last), new HitStep.Disposed("officer-lopez", capturedAt.plusSeconds(30), Set.of(Disposition.NONE)));

        eventually(() -> assertThat(ids(hits().openBefore(last)))
                .containsSubsequence(older.hitId(), oldest.hitId())
                .doesNotContain(last.hitId(), newer.hitId()));
    }

    @Test
    void hitsThatNobodyViewedAreFoundByTheTimeTheyWereRaisedTheOldestFirst() {
        var early = raise(capturedAt.plusSeconds(5));
        var first = raise(capturedAt.plusSeconds(6));
        var last = raise(capturedAt.plusSeconds(8));
        var viewed = raise(capturedAt.plusSeconds(7));
        var late = raise(capturedAt.plusSeconds(9));
        step(viewed, new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9)));

        eventually(() -> assertThat(hits().unviewed(capturedAt.plusSeconds(6), capturedAt.plusSeconds(8)))
                .containsSubsequence(first.hitId(), last.hitId())
                .doesNotContain(early.hitId(), viewed.hitId(), late.hitId()));
    }

    @Test
    void thatAHitWasEscalatedIsFoundAmongItsSteps() {
        var hit = raise();

        step(hit, new HitStep.Escalated(HitStep.CLOCK, capturedAt.plusSeconds(300)));

        assertThat(found(hit).steps()).containsExactly(new HitStep.Escalated("clock", capturedAt.plusSeconds(300)));
        assertThat(found(hit).state()).isEqualTo(HitState.ALERTED);
    }

    @Test
    void aHitThatWasMatchedStaysOpenUntilItsDisposition() {
        var hit = raise();
        step(hit, new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9)));
        step(found(hit), new HitStep.ImageMatched("officer-lopez", capturedAt.plusSeconds(20)));
        eventually(() -> assertThat(ids(hits().open())).contains(hit.hitId()));

        step(found(hit), new HitStep.Disposed("officer-lopez", capturedAt.plusSeconds(30), Set.of(Disposition.NONE)));

        eventually(() -> assertThat(ids(hits().open())).doesNotContain(hit.hitId()));
    }

    @Test
    void everyStepIsFoundAsItWasTaken() {
        var at = capturedAt.plusSeconds(9);
        var steps = List.<HitStep>of(
                new HitStep.Viewed("officer-lopez", at),
                new HitStep.ContactUnconfirmed("officer-lopez", at, "It was about to leave"),
                new HitStep.ImageMatched("officer-lopez", at),
                new HitStep.ConfirmationRequested(
                        "officer-lopez", at, ConfirmationSource.DISPATCH, HitStep.Urgency.ROUTINE),
                new HitStep.NotConfirmed(HitStep.CLOCK, at.plusSeconds(3600), true),
                new HitStep.ConfirmationRequested("officer-lopez", at, ConfirmationSource.NCIC, HitStep.Urgency.URGENT),
                new HitStep.Confirmed("officer-lopez", at, "dispatch 7"),
                new HitStep.Contacted("officer-lopez", at),
                new HitStep.Disposed("officer-lopez", at, Set.of(Disposition.STOP, Disposition.RELEASE)));
        var hit = raise();

        for (var step : steps) {
            assertThat(step(found(hit), step)).isInstanceOf(Commit.Done.class);
        }

        assertThat(found(hit).steps()).isEqualTo(steps);
        assertThat(found(hit).state()).isEqualTo(HitState.DISPOSITION);
    }

    @Test
    void aHitIsDueFromTheEndOfItsTimeUntilItIsConfirmed() {
        var at = capturedAt.plusSeconds(9);
        var due = at.plus(HitStep.Urgency.URGENT.within());
        var hit = raise();
        step(hit, new HitStep.Viewed("officer-lopez", at));
        step(found(hit), new HitStep.ImageMatched("officer-lopez", at));
        step(
                found(hit),
                new HitStep.ConfirmationRequested(
                        "officer-lopez", at, ConfirmationSource.NCIC, HitStep.Urgency.URGENT));
        eventually(() -> assertThat(hits().due(due)).contains(hit.hitId()));
        assertThat(hits().due(due.minusMillis(1))).doesNotContain(hit.hitId());

        step(found(hit), new HitStep.Confirmed("officer-lopez", at, "dispatch 7"));

        eventually(() -> assertThat(hits().due(due)).doesNotContain(hit.hitId()));
    }

    @Test
    void aHitThatWasRejectedIsNotOpenAnyMore() {
        var hit = raise();
        step(hit, new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9)));
        step(found(hit), new HitStep.Rejected("officer-lopez", capturedAt.plusSeconds(20), RejectionReason.MISREAD));

        eventually(() -> assertThat(ids(hits().open())).doesNotContain(hit.hitId()));
    }

    /** A whole shift may look at one hit. */
    @Test
    void aHitThatAHundredOfficersLookedAtIsRejectedAndFallsWithAllItsSteps() {
        var hit = raise();
        for (var officer = 0; officer < 100; officer++) {
            step(found(hit), new HitStep.Viewed("officer-" + officer, capturedAt.plusSeconds(9)));
        }
        var date = capturedAt.plus(Duration.ofDays(3));
        var step = new HitStep.Rejected("officer-7", capturedAt.plusSeconds(20), RejectionReason.MISREAD);
        var entry = TestData.entry(EntryType.HIT_STEP);

        assertThat(hits().reject(found(hit), step, date, entry)).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(found(hit).state()).isEqualTo(HitState.REJECTED);
        rejections().finish(found(hit), date, true);

        assertThat(found(hit).expiresAt()).isEqualTo(date);
        assertThat(found(hit).steps()).hasSize(101).last().isEqualTo(step);
        eventually(() -> assertThat(rejections().unfinished()).doesNotContain(hit.hitId()));
    }

    @Test
    void aContactAfterTheRejectionIsFoundAmongItsStepsAndFallsWithThem() {
        var hit = raise();
        var date = capturedAt.plus(Duration.ofDays(3));
        var rejected = new HitStep.Rejected("officer-7", capturedAt.plusSeconds(20), RejectionReason.MISREAD);
        hits().reject(hit, rejected, date, TestData.entry(EntryType.HIT_STEP));
        var contact = new HitStep.ContactUnconfirmed("officer-7", capturedAt.plusSeconds(40), "It fled");

        step(found(hit), contact);
        rejections().finish(found(hit), date, true);

        assertThat(found(hit).steps()).containsExactly(rejected, contact);
        assertThat(found(hit).state()).isEqualTo(HitState.REJECTED);
        assertThat(found(hit).expiresAt()).isEqualTo(date);
        eventually(() -> assertThat(ids(hits().open())).doesNotContain(hit.hitId()));
        eventually(() -> assertThat(rejections().unfinished()).doesNotContain(hit.hitId()));
    }

    @Test
    void everyRaisedHitIsPending() {
        var older = raise(capturedAt.plusSeconds(5));
        var newer = raise(capturedAt.plusSeconds(6));

        eventually(() -> assertThat(outbox().pending()).containsSubsequence(older.hitId(), newer.hitId()));
    }

    @Test
    void aHitWhoseAlertWentOutIsNotPending() {
        var hit = raise();

        outbox().markSent(hit.hitId());
        outbox().markSent(hit.hitId());

        eventually(() -> assertThat(outbox().pending()).doesNotContain(hit.hitId()));
        assertThat(hits().find(hit.hitId())).isEqualTo(Optional.of(hit));
    }

    @Test
    void aStepLeavesTheAlertPending() {
        var hit = raise();

        step(hit, new HitStep.Viewed("officer-lopez", capturedAt.plusSeconds(9)));

        eventually(() -> assertThat(outbox().pending()).contains(hit.hitId()));
    }

    @Test
    void aHitThatWasPostponedIsPendingBehindAllOthers() {
        var first = raise(capturedAt.plusSeconds(5));
        var second = raise(capturedAt.plusSeconds(6));

        outbox().postpone(first.hitId(), capturedAt.plusSeconds(7));

        eventually(() -> assertThat(outbox().pending()).containsSubsequence(second.hitId(), first.hitId()));
    }

    @Test
    void aHitWhoseAlertWentOutIsNotPendingAgainByPostponing() {
        var hit = raise();
        outbox().markSent(hit.hitId());

        outbox().postpone(hit.hitId(), capturedAt.plusSeconds(7));

        eventually(() -> assertThat(outbox().pending()).doesNotContain(hit.hitId()));
        assertThat(hits().find(hit.hitId())).contains(hit);
    }

    private static List<HitId> ids(List<Hit> hits) {
        return hits.stream().map(Hit::hitId).toList();
    }
}
