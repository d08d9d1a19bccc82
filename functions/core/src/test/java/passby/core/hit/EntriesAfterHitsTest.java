package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.hotlist.HotListEntry;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.picture.PictureKind;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** After a hit of the city's own entry was acted upon, somebody says what becomes of the entry. (product.md, C8) */
final class EntriesAfterHitsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller lopez = officer("officer-lopez");
    private final HotListEntry own = AHotListEntry.of("r1", "7TST123").build();
    private final HandleHits work =
            new HandleHits(TestAuthorizer.open(city, clock), city.hits(), city.pictures(), (seen, step) -> {}, clock);

    EntriesAfterHitsTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private Hit matched(HotListEntry listed) {
        city.hotLists().put(listed);
        var hit = ARead.of("upload", "7TST123", NOW).hit(listed, NOW);
        city.hits().raise(hit);
        city.pictures()
                .put(Objects.requireNonNull(hit.sighting().pictures()).plate().key(), TestData.jpeg("the plate"));
        work.picture(lopez, hit.hitId().value(), PictureKind.PLATE.code());
        step(hit, Map.of("step", "image-matched"));
        return hit;
    }

    private void step(Hit hit, Map<String, Object> body) {
        assertThat(work.step(lopez, hit.hitId().value(), new Form(body))).isInstanceOf(Result.Done.class);
    }

    private void dispose(Hit hit, String disposition) {
        step(hit, Map.of("step", "disposition", "dispositions", List.of(disposition)));
    }

    private HotListEntry stored(HotListEntry listed) {
        return city.hotLists().find(listed.source(), listed.recordId()).orElseThrow();
    }

    @Test
    void whoeverWasAtTheVehicleOwesADecisionAboutItsEntryWithinADay() {
        var hit = matched(own);
        step(hit, Map.of("step", "confirmation-requested", "source", "dispatch", "urgency", "urgent"));
        step(hit, Map.of("step", "confirmed", "confirmedBy", "dispatch 7"));
        step(hit, Map.of("step", "contact"));
        assertThat(stored(own).reviewDue()).isNull();
        clock.advance(Duration.ofMinutes(9));

        dispose(hit, "recovery");

        assertThat(stored(own).reviewDue()).isEqualTo(clock.instant().plus(HotListEntry.REVIEW_WITHIN));
        assertThat(stored(own).revision()).isEqualTo(own.revision() + 1);
        assertThat(stored(own).isReviewOverdue(clock.instant().plus(HotListEntry.REVIEW_WITHIN)))
                .isTrue();
    }

    @Test
    void anAlertThatWasFalseAsksForADecisionTooAndAHitThatCameToNothingDoesNot() {
        dispose(matched(own), "none");
        assertThat(stored(own).reviewDue()).isNull();

        dispose(matched(own), "false-alert");

        assertThat(stored(own).reviewDue()).isEqualTo(NOW.plus(HotListEntry.REVIEW_WITHIN));
    }

    @Test
    void theEntryOfAnotherAgencyIsForThatAgencyToRemove() {
        var foreign = AHotListEntry.of("r1", "7TST123").withSource("ncic").build();

        dispose(matched(foreign), "false-alert");

        assertThat(stored(foreign)).isEqualTo(foreign);
    }

    @Test
    void aSecondHitGivesNobodyMoreTime() {
        dispose(matched(own), "false-alert");
        var first = stored(own);
        clock.advance(Duration.ofHours(5));

        dispose(matched(first), "false-alert");

        assertThat(stored(own)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEntryThatIsOverByThenNeedsNoDecision(boolean withdrawn) {
        var hit = matched(own);
        var over = withdrawn ? own.withdrawn(NOW) : own;
        city.hotLists().put(over);
        clock.set(withdrawn ? NOW : own.expires());

        city.hits()
                .step(
                        city.hits().find(hit.hitId()).orElseThrow(),
                        new HitStep.Disposed("officer-lopez", clock.instant(), Set.of(Disposition.FALSE_ALERT)),
                        TestData.entry(EntryType.HIT_STEP));

        assertThat(stored(own)).isEqualTo(over);
    }
}
