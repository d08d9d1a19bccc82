package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class PublishAlertsTest {
    private final MutableClock clock = new MutableClock(NOW.plusSeconds(10));
    private final InMemoryCity city = new InMemoryCity();
    private final PublishAlerts publish = publishing(city.hits(), city.hits());
    private final Hit older = hit("upload-1", 1);
    private final Hit newer = hit("upload-2", 2);

    PublishAlertsTest() {
        city.cameras().put(TestData.camera("cam-elm"));
    }

    private PublishAlerts publishing(Hits hits, Outbox outbox) {
        return new PublishAlerts(hits, outbox, city.cameras(), city.alerts(), city.latencies(), clock);
    }

    private static Hit hit(String uploadId, int second) {
        return ARead.of(uploadId, "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW.plusSeconds(second));
    }

    private Alert alert(Hit hit) {
        return Alert.of(hit, clock.instant());
    }

    @Test
    void whatIsPendingGoesOutOldestFirstAndOnce() {
        city.hits().raise(newer);
        city.hits().raise(older);

        assertThat(publish.publishPending()).isEqualTo(new PublishAlerts.Run(2, 0));
        assertThat(publish.publishPending()).isEqualTo(new PublishAlerts.Run(0, 0));
        assertThat(city.alerts().published()).containsExactly(alert(older), alert(newer));
    }

    @Test
    void aCrashBetweenPublishingAndMarkingMeansTwiceNeverNone() {
        city.hits().raise(older);
        var dying = publishing(city.hits(), new ForwardingOutbox() {
            @Override
            public void markSent(HitId hitId) {
                throw new IllegalStateException("killed");
            }
        });
        dying.publishRaised(older);
        assertThatThrownBy(() -> dying.markSent(older, clock.instant())).hasMessage("killed");

        publish.publishPending();

        assertThat(city.alerts().published()).containsExactly(alert(older), alert(older));
    }

    @Test
    void anAlertThatDidNotGoOutStaysPending() {
        city.hits().raise(older);
        city.alerts().setReachable(false);

        assertThat(publish.publishPending()).isEqualTo(new PublishAlerts.Run(0, 1));

        assertThat(city.hits().pending()).containsExactly(older.hitId());
    }

    @Test
    void aHitThatWasPurgedMeanwhileIsPassedOver() {
        city.hits().raise(newer);
        var withOneMore = publishing(city.hits(), new ForwardingOutbox() {
            @Override
            public List<HitId> pending() {
                return List.of(older.hitId(), newer.hitId());
            }
        });

        assertThat(withOneMore.publishPending()).isEqualTo(new PublishAlerts.Run(1, 0));
        assertThat(city.alerts().published()).containsExactly(alert(newer));
    }

    /** The oldest hit cannot be read: without isolation it would stand at the head of every run. */
    @Test
    void oneBadHitHoldsUpNoOther() {
        city.hits().raise(older);
        city.hits().raise(newer);
        var withABadOne = publishing(new UnreadableHit(older.hitId()), city.hits());

        assertThat(withABadOne.publishPending()).isEqualTo(new PublishAlerts.Run(1, 1));

        assertThat(city.alerts().published()).containsExactly(alert(newer));
        assertThat(city.hits().pending()).containsExactly(older.hitId());
    }

    @Test
    void whatFailedIsTriedAgainBehindAllOthers() {
        city.hits().raise(older);
        city.hits().raise(newer);
        publishing(new UnreadableHit(older.hitId(), newer.hitId()), city.hits()).publishPending();
        var youngest = hit("upload-3", 3);
        clock.advance(Duration.ofMinutes(1));
        city.hits().raise(youngest);

        publish.publishPending();

        assertThat(city.alerts().published()).hasSize(3).first().isEqualTo(alert(youngest));
    }

    /** A hundred bad hits fill the list of what is pending; after a few runs they are all behind. */
    @Test
    void aCrowdOfBadHitsHoldsUpNoOneForLong() {
        var bad = new HitId[100];
        for (var i = 0; i < bad.length; i++) {
            var hit = hit("bad-" + i, 0);
            city.hits().raise(hit);
            bad[i] = hit.hitId();
        }
        city.hits().raise(newer);
        var withBadOnes = publishing(new UnreadableHit(bad), city.hits());

        for (var run = 0; run < 11; run++) {
            clock.advance(Duration.ofMinutes(1));
            withBadOnes.publishPending();
        }

        assertThat(city.alerts().published()).hasSize(1);
    }

    @Test
    void anAlertThatGoesOutLateSaysHowLateItIs() {
        city.hits().raise(older);
        clock.set(NOW.plus(Duration.ofMinutes(42)));

        publish.publishPending();

        assertThat(city.alerts().published()).singleElement().satisfies(alert -> {
            assertThat(alert.age()).isEqualTo(Duration.ofMinutes(42));
            assertThat(alert.text())
                    .startsWith("Late: the plate was seen 42 minutes ago. ")
                    .endsWith(Alert.TEXT);
        });
    }

    @Test
    void whatAnAlertTookIsCountedForItsCameraWhetherItWentOutAtOnceOrLate() {
        city.hits().raise(older);
        city.hits().raise(newer);
        publish.markSent(older, publish.publishRaised(older));
        clock.advance(Duration.ofHours(1));

        publish.publishPending();

        var counted =
                city.latencies().ofDay(clock.instant(), List.of("cam-elm")).get("cam-elm");
        assertThat(counted).isNotNull().satisfies(ofDay -> {
            assertThat(ofDay.captureToAlert().n()).isEqualTo(2);
            assertThat(ofDay.captureToAlert().percentile(95)).isGreaterThanOrEqualTo(Duration.ofHours(1));
            assertThat(ofDay.uploadToAlert().percentile(50)).isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void aCountThatIsLostStopsNoAlert() {
        city.hits().raise(older);
        var broken = new PublishAlerts(
                city.hits(),
                city.hits(),
                city.cameras(),
                city.alerts(),
                new AlertLatencies() {
                    @Override
                    public void add(String cameraId, Duration capture, Duration upload, Instant sentAt) {
                        throw new IllegalStateException("throttled");
                    }

                    @Override
                    public Map<String, OfDay> ofDay(Instant day, List<String> cameraIds) {
                        return Map.of();
                    }
                },
                clock);

        assertThat(broken.publishPending()).isEqualTo(new PublishAlerts.Run(1, 0));
        assertThat(city.hits().pending()).isEmpty();
    }

    @Test
    void anAlertThatGoesOutAtOnceSaysNothingOfItsAge() {
        publish.publishRaised(older);

        assertThat(city.alerts().published())
                .singleElement()
                .satisfies(alert -> assertThat(alert.text()).isEqualTo(Alert.TEXT));
    }

    @Test
    void whatIsPendingOfACameraThatWasRetiredSinceGoesOutSilently() {
        city.hits().raise(older);
        city.cameras().put(TestData.camera("cam-elm").retired(clock.instant()));

        publish.publishPending();

        assertThat(city.alerts().published()).containsExactly(alert(older).silent());
    }

    @Test
    void whatIsPendingOfACameraThatWasSuspendedSinceBeforeItsReceiptGoesOutSilently() {
        city.hits().raise(older);
        city.cameras().put(TestData.camera("cam-elm").suspended(NOW.minusSeconds(60)));

        publish.publishPending();

        assertThat(city.alerts().published()).containsExactly(alert(older).silent());
    }

    @Test
    void whatIsPendingOfACameraInQuarantineGoesOutSilently() {
        city.hits().raise(older);
        city.cameras().put(TestData.camera("cam-elm").quarantined(clock.instant()));

        publish.publishPending();

        assertThat(city.alerts().published()).containsExactly(alert(older).silent());
    }

    @Test
    void whatACameraSawBeforeItsSuspensionPushes() {
        city.hits().raise(older);
        city.cameras().put(TestData.camera("cam-elm").suspended(NOW.plusSeconds(3)));

        publish.publishPending();

        assertThat(city.alerts().published()).containsExactly(alert(older));
    }

    private class ForwardingOutbox implements Outbox {
        @Override
        public List<HitId> pending() {
            return city.hits().pending();
        }

        @Override
        public void postpone(HitId hitId, Instant now) {
            city.hits().postpone(hitId, now);
        }

        @Override
        public void markSent(HitId hitId) {
            city.hits().markSent(hitId);
        }
    }

    private final class UnreadableHit implements Hits {
        private final Set<HitId> bad;

        UnreadableHit(HitId... bad) {
            this.bad = Set.of(bad);
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
        public Optional<Hit> find(HitId hitId) {
            if (bad.contains(hitId)) {
                throw new IllegalStateException("unreadable");
            }
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
        public Commit step(Hit seen, HitStep step, Entry entry) {
            return city.hits().step(seen, step, entry);
        }

        @Override
        public Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
            return city.hits().reject(seen, step, expiresAt, entry);
        }
    }
}
