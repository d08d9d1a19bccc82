package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.retention.NonHitRetention;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class SweepUploadsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final CountingEntropy entropy = new CountingEntropy(1);
    private final SweepUploads sweep = sweeping(city.uploads());

    SweepUploadsTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.FLUSH));
    }

    private SweepUploads sweeping(Uploads uploads) {
        return new SweepUploads(
                new CachedPolicy(city.policyDocuments(), clock), uploads, city.watermarks(), city.counters(), clock);
    }

    private String upload(Instant issued) {
        var id = new Ulids(new MutableClock(issued), entropy).next();
        var key = new UploadKey(issued, "cam-elm", id).format();
        city.uploads().put(key, TestData.jpeg("x"), TestData.facts(issued));
        return key;
    }

    @Test
    void inFlushModeAnUploadIsSweptByTheFirstTickSixtySecondsAfterItsIssue() {
        upload(NOW.plusSeconds(17));
        clock.set(NOW.plusSeconds(77).minusMillis(1));
        assertThat(sweep.handle()).isZero();

        clock.set(NOW.plusSeconds(77));

        assertThat(sweep.handle()).isEqualTo(1);
        assertThat(city.uploads().keys()).isEmpty();
        assertThat(city.counters().total(Count.FRAME_SWEPT)).isEqualTo(1);
    }

    @Test
    void inDaysModeAnUploadIsSweptADayAfterItsIssue() {
        city.policyDocuments().put(TestData.policy(2, NonHitRetention.DAYS_7));
        upload(NOW.plusSeconds(17));
        clock.set(NOW.plus(Duration.ofDays(1)).plusSeconds(17).minusMillis(1));
        assertThat(sweep.handle()).isZero();

        clock.set(NOW.plus(Duration.ofDays(1)).plusSeconds(17));

        assertThat(sweep.handle()).isEqualTo(1);
    }

    @Test
    void atEveryTickOfAMinuteNothingInFlushModeIsOlderThanTwoMinutes() {
        var issued = new ArrayList<Instant>();
        for (var tick = 0; tick < 12; tick++) {
            issued.add(clock.instant().plusMillis(tick * 5_003L));
            upload(issued.getLast());
            clock.set(NOW.plus(Duration.ofMinutes(tick + 1)));

            sweep.handle();

            var oldest = clock.instant().minusSeconds(60);
            assertThat(city.uploads().keys()).hasSize((int)
                    issued.stream().filter(at -> at.isAfter(oldest)).count());
        }
    }

    @Test
    void theFirstRunFindsWhateverLiesThere() {
        upload(NOW.minus(Duration.ofDays(3)));
        upload(NOW.minus(Duration.ofHours(1)));

        assertThat(sweep.handle()).isEqualTo(2);
    }

    @Test
    void aRunGoesOnWhereTheLastOneStopped() {
        clock.set(NOW.plus(Duration.ofMinutes(10)));
        upload(NOW.minus(Duration.ofHours(1)));
        sweep.handle();
        var listed = new ArrayList<String>();
        var counting = new ForwardingUploads() {
            @Override
            public List<String> list(String prefix) {
                listed.add(prefix);
                return super.list(prefix);
            }
        };

        clock.advance(Duration.ofMinutes(1));
        sweeping(counting).handle();

        assertThat(listed).hasSize(2 * 16);
    }

    @Test
    void aRunThatDiesIsMadeUpForByTheNext() {
        upload(NOW.minus(Duration.ofMinutes(90)));
        var second = upload(NOW.minus(Duration.ofMinutes(30)));
        var dying = new ForwardingUploads() {
            @Override
            public void delete(String key) {
                if (key.equals(second)) {
                    throw new IllegalStateException("killed");
                }
                super.delete(key);
            }
        };
        assertThatThrownBy(() -> sweeping(dying).handle()).hasMessage("killed");
        assertThat(city.uploads().keys()).containsExactly(second);

        assertThat(sweep.handle()).isEqualTo(1);

        assertThat(city.uploads().keys()).isEmpty();
    }

    @Test
    void aLongPauseIsCaughtUpAtOnce() {
        city.watermarks().advance(SweepUploads.WATERMARK, NOW);
        upload(NOW.plus(Duration.ofHours(30)));
        clock.set(NOW.plus(Duration.ofMinutes(1_810)));

        assertThat(sweep.handle()).isEqualTo(1);
    }

    @Test
    void aSwitchToFlushSweepsAtOnceWhatTheDayWouldHaveSpared() {
        city.policyDocuments().put(TestData.policy(2, NonHitRetention.DAYS_7));
        upload(NOW.minus(Duration.ofHours(20)));
        assertThat(sweep.handle()).isZero();
        city.policyDocuments().put(TestData.policy(3, NonHitRetention.FLUSH));
        clock.advance(CachedPolicy.MAX_AGE);

        assertThat(sweep.handle()).isEqualTo(1);
    }

    /** A slow PUT ends after its minute was swept; the next full hour finds it (review of November 2026, 30). */
    @Test
    void anUploadThatEndsAfterItsMinuteWasSweptIsFoundWithinAnHour() {
        clock.set(NOW.plus(Duration.ofMinutes(10)));
        sweep.handle();
        upload(NOW.plus(Duration.ofMinutes(5)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(sweep.handle()).isZero();

        clock.set(NOW.plus(Duration.ofMinutes(61)));

        assertThat(sweep.handle()).isEqualTo(1);
    }

    @Test
    void whatExpiresWhileCaptureIsSwitchedOffIsCountedApart() {
        var flush = TestData.policy(2, NonHitRetention.FLUSH);
        city.policyDocuments().put(TestData.withCapture(flush, CaptureSwitch.OFF));
        upload(NOW.minus(Duration.ofMinutes(5)));

        assertThat(sweep.handle()).isEqualTo(1);

        assertThat(city.counters().total(Count.FRAME_EXPIRED_SWITCHED_OFF)).isEqualTo(1);
        assertThat(city.counters().total(Count.FRAME_SWEPT)).isZero();
    }

    @Test
    void whatLiesAmongUploadsUnderAnotherNameIsSweptToo() {
        var key = UploadKey.prefixes(NOW.minus(Duration.ofMinutes(5))).getFirst() + "cam-elm/notes.txt";
        city.uploads().putForeign(key, TestData.jpeg("x"));

        assertThat(sweep.handle()).isEqualTo(1);
    }

    /** The city's uploads, with one method that a test may change. */
    private class ForwardingUploads implements Uploads {
        @Override
        public Optional<Upload> find(String key) {
            return city.uploads().find(key);
        }

        @Override
        public void delete(String key) {
            city.uploads().delete(key);
        }

        @Override
        public List<String> list(String prefix) {
            return city.uploads().list(prefix);
        }
    }
}
