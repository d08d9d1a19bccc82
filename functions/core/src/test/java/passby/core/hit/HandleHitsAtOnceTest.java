package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.officer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.picture.PictureKind;
import passby.core.picture.StreamedPicture;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** Two officers, one hit, the same moment. */
final class HandleHitsAtOnceTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller lopez = officer("officer-lopez");
    private final Caller okafor = officer("officer-okafor");
    private final Hit hit = ARead.of("upload", "7TST123", NOW)
            .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
    private final HandleHits work = working(city.hits());

    HandleHitsAtOnceTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.FLUSH));
        city.hits().raise(hit);
        var pictures = Objects.requireNonNull(hit.sighting().pictures());
        city.pictures().put(pictures.plate().key(), TestData.jpeg("the plate"));
        city.pictures().put(pictures.vehicle().key(), TestData.jpeg("the vehicle"));
    }

    private HandleHits working(Hits hits) {
        return new HandleHits(TestAuthorizer.open(city, clock), hits, city.pictures(), (seen, step) -> {}, clock);
    }

    private Result<StreamedPicture> stream(Caller caller) {
        return work.picture(caller, hit.hitId().value(), PictureKind.PLATE.code());
    }

    private Result<Hit> match(Caller caller) {
        return work.step(caller, hit.hitId().value(), new Form(Map.of("step", "image-matched")));
    }

    private Hit stored() {
        return city.hits().find(hit.hitId()).orElseThrow();
    }

    @Test
    void twoOfficersWhoOpenAHitAtOnceBothSeeIt() {
        var racing = new ForwardingHits() {
            @Override
            public Commit step(Hit seen, HitStep step, Entry entry) {
                if (stored().steps().isEmpty()) {
                    city.hits()
                            .step(seen, new HitStep.Viewed("officer-okafor", NOW), TestData.entry(EntryType.HIT_STEP));
                }
                return super.step(seen, step, entry);
            }
        };

        var answer = working(racing).picture(lopez, hit.hitId().value(), PictureKind.PLATE.code());

        assertThat(answer).isInstanceOf(Result.Done.class);
        assertThat(stored().wasStreamedTo("officer-lopez")).isTrue();
        assertThat(stored().wasStreamedTo("officer-okafor")).isTrue();
        assertThat(city.ledger().entries(EntryType.HIT_PICTURE_STREAMED)).hasSize(1);
    }

    @Test
    void ofTwoVerdictsAtOnceOneCounts() {
        stream(lopez);
        stream(okafor);
        var racing = new ForwardingHits() {
            @Override
            public Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
                match(okafor);
                return super.reject(seen, step, expiresAt, entry);
            }
        };

        var answer = working(racing)
                .step(lopez, hit.hitId().value(), new Form(Map.of("step", "rejected", "reason", "misread")));

        assertThat(answer).extracting(Results::state).isEqualTo(HitState.IMAGE_MATCHED.code());
        assertThat(stored().state()).isEqualTo(HitState.IMAGE_MATCHED);
        assertThat(city.ledger().entries(EntryType.HIT_STEP))
                .extracting(Entry::outcome)
                .containsExactly(Outcome.DONE, Outcome.REFUSED);
    }

    @Test
    void whoLosesEveryRaceForAPictureIsRefusedWithOneEntry() {
        var lost = new ForwardingHits() {
            @Override
            public Commit step(Hit seen, HitStep step, Entry entry) {
                return new Commit.Conflict();
            }
        };

        var answer = working(lost).picture(lopez, hit.hitId().value(), PictureKind.PLATE.code());

        assertThat(Results.state(answer)).isEqualTo(HitState.ALERTED.code());
        assertThat(answer.accepted()).isEqualTo(city.ledger().lastRefusal(EntryType.HIT_PICTURE_STREAMED));
        assertThat(city.ledger().entries()).hasSize(1);
    }

    /** The city's hits, with one method that a test may change. */
    private class ForwardingHits implements Hits {
        @Override
        public Optional<Hit> find(HitId hitId) {
            return city.hits().find(hitId);
        }

        @Override
        public List<Hit> open() {
            return city.hits().open();
        }

        @Override
        public List<Hit> openBefore(Hit hit) {
            return city.hits().openBefore(hit);
        }

        @Override
        public List<HitId> due(Instant now) {
            return city.hits().due(now);
        }

        @Override
        public List<HitId> unviewed(Instant raisedFrom, Instant raisedUntil) {
            return city.hits().unviewed(raisedFrom, raisedUntil);
        }

        @Override
        public Commit step(Hit seen, HitStep step, Entry entry) {
            return city.hits().step(seen, step, entry);
        }

        @Override
        public Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
            return city.hits().reject(seen, step, expiresAt, entry);
        }
    }
}
