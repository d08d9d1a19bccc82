package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.officer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.picture.PictureKind;
import passby.core.picture.StreamedPicture;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class HandleHitsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller lopez = officer("officer-lopez");
    private final Caller okafor = officer("officer-okafor");
    private final Hit hit = ARead.of("upload", "7TST123", NOW)
            .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
    private final List<HitStep> verdicts = new ArrayList<>();
    private final HandleHits work = new HandleHits(
            TestAuthorizer.open(city, clock), city.hits(), city.pictures(), (seen, step) -> verdicts.add(step), clock);

    HandleHitsTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.FLUSH));
        city.hits().raise(hit);
        var pictures = Objects.requireNonNull(hit.sighting().pictures());
        city.pictures().put(pictures.plate().key(), TestData.jpeg("the plate"));
        city.pictures().put(pictures.vehicle().key(), TestData.jpeg("the vehicle"));
    }

    private Result<StreamedPicture> stream(Caller caller) {
        return work.picture(caller, hit.hitId().value(), PictureKind.PLATE.code());
    }

    private Result<Hit> say(Caller caller, Map<String, Object> body) {
        return work.step(caller, hit.hitId().value(), new Form(body));
    }

    private Result<Hit> match(Caller caller) {
        return say(caller, Map.of("step", "image-matched"));
    }

    private Hit stored() {
        return city.hits().find(hit.hitId()).orElseThrow();
    }

    private List<EntryType> entered() {
        return city.ledger().entries().stream().map(Entry::type).toList();
    }

    private <T> Result<T> notFound(EntryType type) {
        return new Result.Refused<>(new Refusal.NotFound(), city.ledger().lastRefusal(type));
    }

    private void assertConflict(Result<?> result, HitState state, EntryType type) {
        assertThat(Results.state(result)).isEqualTo(state.code());
        assertThat(result.accepted()).isEqualTo(city.ledger().lastRefusal(type));
    }

    private Result<Hit> pictureNotSeen() {
        return new Result.Refused<>(
                new Refusal.Unmet(Requirement.PICTURE_SEEN), city.ledger().lastRefusal(EntryType.HIT_STEP));
    }

    private static String value(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void whoeverCountsMisreadsIsToldOfEachStepOnceAndOfNoneThatWasRefused() {
        stream(lopez);
        match(okafor);

        say(lopez, Map.of("step", "rejected", "reason", "misread"));
        say(lopez, Map.of("step", "rejected", "reason", "misread"));

        assertThat(verdicts).containsExactly(new HitStep.Rejected("officer-lopez", NOW, RejectionReason.MISREAD));
    }

    @Test
    void aCountThatFailsKeepsNoOfficerFromAStep() {
        var uncounted = new HandleHits(
                TestAuthorizer.open(city, clock),
                city.hits(),
                city.pictures(),
                (seen, step) -> {
                    throw new IllegalStateException("the counters are busy");
                },
                clock);
        stream(lopez);

        var answer = uncounted.step(lopez, hit.hitId().value(), new Form(Map.of("step", "image-matched")));

        assertThat(answer).isInstanceOf(Result.Done.class);
        assertThat(stored().state()).isEqualTo(HitState.IMAGE_MATCHED);
    }

    @Test
    void aHitGoesThroughItsStepsInOrder() {
        work.list(lopez);
        work.view(lopez, hit.hitId().value());
        stream(lopez);

        var answer = match(lopez);

        assertThat(answer).isInstanceOf(Result.Done.class);
        assertThat(stored().steps())
                .containsExactly(
                        new HitStep.Viewed("officer-lopez", NOW), new HitStep.ImageMatched("officer-lopez", NOW));
        assertThat(entered())
                .containsExactly(
                        EntryType.HITS_LISTED,
                        EntryType.HIT_VIEWED,
                        EntryType.HIT_PICTURE_STREAMED,
                        EntryType.HIT_STEP);
    }

    @Test
    void aPictureIsShownNoLongerThanPicturesAreThoughTheHitLivesOn() {
        city.policyDocuments()
                .put(TestData.withImageRetention(TestData.policy(2, NonHitRetention.FLUSH), ImageRetention.DAYS_1));
        clock.set(NOW.plus(Duration.ofDays(1)).minusMillis(1));
        assertThat(stream(lopez)).isInstanceOf(Result.Done.class);
        clock.set(NOW.plus(Duration.ofDays(1)));

        assertThat(stream(lopez)).isEqualTo(notFound(EntryType.HIT_PICTURE_STREAMED));
        assertThat(work.view(lopez, hit.hitId().value())).isInstanceOf(Result.Done.class);
    }

    @Test
    void onlyAnOfficerToWhomThePictureWasStreamedMayMatch() {
        work.view(okafor, hit.hitId().value());
        stream(lopez);

        var answer = match(okafor);

        assertThat(answer).isEqualTo(pictureNotSeen());
        assertThat(stored().state()).isEqualTo(HitState.VIEWED);
        assertThat(city.ledger().entries(EntryType.HIT_STEP)).singleElement().satisfies(entry -> {
            assertThat(value(entry, Field.SUBJECT)).isEqualTo(hit.hitId().value());
            assertThat(value(entry, Field.ACTION)).isEqualTo("image-matched");
            assertThat(value(entry, Field.REASON)).isEqualTo("picture-not-seen");
        });
    }

    @Test
    void nobodyMatchesAHitUnseen() {
        assertThat(match(lopez)).isEqualTo(pictureNotSeen());
        assertThat(stored().steps()).isEmpty();
    }

    @Test
    void aSecondVerdictIsRefused() {
        stream(lopez);
        stream(okafor);
        match(lopez);

        var answer = say(okafor, Map.of("step", "rejected", "reason", "misread"));

        assertConflict(answer, HitState.IMAGE_MATCHED, EntryType.HIT_STEP);
        assertThat(stored().state()).isEqualTo(HitState.IMAGE_MATCHED);
        assertThat(city.ledger().entries(EntryType.HIT_STEP))
                .extracting(Entry::outcome)
                .containsExactly(Outcome.DONE, Outcome.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionKeepsItsReason(RejectionReason reason) {
        stream(lopez);

        say(lopez, Map.of("step", "rejected", "reason", reason.code()));

        assertThat(stored().steps().getLast()).isEqualTo(new HitStep.Rejected("officer-lopez", NOW, reason));
        assertThat(city.ledger()
                        .entries(EntryType.HIT_STEP)
                        .getFirst()
                        .openings()
                        .get(Field.REASON))
                .isNotNull()
                .extracting(Opening::value)
                .isEqualTo(reason.code());
    }

    @Test
    void aStepIsOneOfTheClosedListWithNothingElse() {
        stream(lopez);

        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("step", "confirmed"),
                Map.of("step", "rejected"),
                Map.of("step", "rejected", "reason", "bored"),
                Map.of("step", "image-matched", "reason", "misread"),
                Map.of("step", "image-matched", "by", "officer-okafor"))) {
            assertThat(say(lopez, body)).extracting(Results::refusal).isInstanceOf(Refusal.Invalid.class);
        }
        assertThat(stored().state()).isEqualTo(HitState.VIEWED);
        assertThat(city.ledger().entries(EntryType.HIT_STEP))
                .hasSize(6)
                .allMatch(entry -> entry.outcome() == Outcome.REFUSED);
    }

    @Test
    void whoLooksTwiceStepsOnceAndIsEnteredTwice() {
        stream(lopez);
        stream(lopez);

        assertThat(stored().steps()).hasSize(1);
        assertThat(city.ledger().entries(EntryType.HIT_PICTURE_STREAMED)).hasSize(2);
    }

    @Test
    void aPictureOfAHitThatIsDoneIsStillStreamedButNoStep() {
        stream(lopez);
        match(lopez);

        var answer = stream(okafor);

        assertThat(answer).isInstanceOf(Result.Done.class);
        assertThat(stored().state()).isEqualTo(HitState.IMAGE_MATCHED);
        assertThat(city.ledger().entries(EntryType.HIT_PICTURE_STREAMED)).hasSize(2);
    }

    @Test
    void aPictureCarriesItsReaderAndItsEntry() {
        var answer = work.picture(lopez, hit.hitId().value(), PictureKind.VEHICLE.code());

        assertThat(answer)
                .isEqualTo(new Result.Done<>(
                        new StreamedPicture(TestData.jpeg("the vehicle"), "officer-lopez"),
                        city.ledger().entries().getFirst().accepted()));
    }

    @Test
    void anExpiredHitIsNotFound() {
        clock.set(hit.expiresAt().minusMillis(1));
        assertThat(work.view(lopez, hit.hitId().value())).isInstanceOf(Result.Done.class);
        clock.set(hit.expiresAt());

        assertThat(work.view(lopez, hit.hitId().value())).isEqualTo(notFound(EntryType.HIT_VIEWED));
        assertThat(stream(lopez)).isEqualTo(notFound(EntryType.HIT_PICTURE_STREAMED));
        assertThat(match(lopez)).isEqualTo(notFound(EntryType.HIT_STEP));
        assertThat(work.list(lopez))
                .extracting(Results::value)
                .satisfies(listed -> assertThat(listed).isEmpty());
    }

    @Test
    void olderOpenHitsAreListedBehindOneThatIsKnown() {
        assertThat(work.listOlder(lopez, hit.hitId().value()))
                .extracting(Results::value)
                .satisfies(listed -> assertThat(listed).isEmpty());
        assertThat(work.listOlder(lopez, "1")).isEqualTo(notFound(EntryType.HITS_LISTED));
    }

    @Test
    void aHitThatIsRejectedLongAfterTheNonHitClockFallsDueAtThatMoment() {
        var longAfter = hit.raisedAt().plus(Duration.ofDays(30));

        assertThat(hit.rejectedExpiry(Duration.ofDays(7), longAfter)).isEqualTo(longAfter);
        assertThat(hit.rejectedExpiry(Duration.ofDays(7), hit.raisedAt().plusSeconds(9)))
                .isEqualTo(hit.sighting().capturedAt().plus(Duration.ofDays(7)));
    }

    @Test
    void aShorterRetentionHidesAHitAtOnce() {
        city.policyDocuments()
                .put(TestData.withHitRetention(TestData.policy(2, NonHitRetention.FLUSH), Duration.ofDays(5)));
        clock.set(NOW.plus(Duration.ofDays(5)));

        assertThat(work.view(lopez, hit.hitId().value())).isEqualTo(notFound(EntryType.HIT_VIEWED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "EXACT", "1", "7TST123", "..", "-"})
    void aHitThatNobodyRaisedIsNotFound(String hitId) {
        assertThat(work.view(lopez, hitId)).isEqualTo(notFound(EntryType.HIT_VIEWED));
        assertThat(work.picture(lopez, hitId, PictureKind.PLATE.code()))
                .isEqualTo(notFound(EntryType.HIT_PICTURE_STREAMED));
        assertThat(work.step(lopez, hitId, new Form(Map.of("step", "image-matched"))))
                .isEqualTo(notFound(EntryType.HIT_STEP));
        assertThat(city.ledger().entries())
                .hasSize(3)
                .allMatch(entry -> value(entry, Field.SUBJECT).equals(hitId))
                .noneMatch(entry -> entry.canonical().contains("\"" + hitId + "\""));
    }

    @Test
    void aPictureOfNoKindOfOursIsNotFound() {
        assertThat(work.picture(lopez, hit.hitId().value(), "frame"))
                .isEqualTo(notFound(EntryType.HIT_PICTURE_STREAMED));
        assertThat(stored().steps()).isEmpty();
    }

    @Test
    void onlyOpenHitsAreListed() {
        stream(lopez);
        say(lopez, Map.of("step", "rejected", "reason", "misread"));

        assertThat(work.list(lopez))
                .extracting(Results::value)
                .satisfies(listed -> assertThat(listed).isEmpty());
    }

    @Test
    void withoutALedgerNothingIsShown() {
        Ledger broken = entry -> {
            throw new IllegalStateException("no ledger");
        };
        var mute = new HandleHits(
                TestAuthorizer.open(city, broken, clock), city.hits(), city.pictures(), (seen, step) -> {}, clock);

        assertThatThrownBy(() -> mute.list(lopez)).hasMessage("no ledger");
        assertThatThrownBy(() -> mute.view(lopez, hit.hitId().value())).hasMessage("no ledger");
    }

    @Test
    void whoeverIsRefusedSeesAndChangesNothing() {
        var refused = new HandleHits(
                TestAuthorizer.closed(city, clock), city.hits(), city.pictures(), (seen, step) -> {}, clock);

        assertThat(refused.list(lopez)).extracting(Results::refusal).isInstanceOf(Refusal.Denied.class);
        assertThat(refused.view(lopez, hit.hitId().value()))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(refused.picture(lopez, hit.hitId().value(), PictureKind.PLATE.code()))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(refused.step(lopez, hit.hitId().value(), new Form(Map.of())))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(stored()).isEqualTo(hit);
        assertThat(entered()).hasSize(4).containsOnly(EntryType.ACCESS_REFUSED);
    }
}
