package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import passby.core.id.Ulids;
import passby.core.policy.CachedPolicy;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RowClock;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class SweepPictureHoursTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private Set<String> held = Set.of();
    private int version;

    SweepPictureHoursTest() {
        put(NonHitRetention.DAYS_30);
        sweep();
    }

    private void put(NonHitRetention retention) {
        city.policyDocuments().put(TestData.policy(++version, retention));
    }

    private int sweep() {
        return new SweepPictureHours(
                        new CachedPolicy(city.policyDocuments(), clock),
                        folder -> city.pictures().list(folder.prefix()),
                        city.pictures(),
                        keys -> keys.stream().filter(held::contains).collect(Collectors.toSet()),
                        city.watermarks(),
                        clock)
                .handle();
    }

    /** A picture whose row was never stored, under the retention of so many days. */
    private String orphan(Instant stored, int days) {
        var uploadId = new Ulids(new MutableClock(stored), city.entropy()).next();
        var folder = new PictureFolder(RowClock.NON_HIT, stored.plus(Duration.ofDays(days)));
        var key = folder.key(uploadId + "-1", "plate", TestData.POLICY_HASH);
        city.pictures().put(key, TestData.jpeg("orphan"));
        return key;
    }

    private void until(Instant instant) {
        while (clock.instant().isBefore(instant)) {
            clock.advance(Duration.ofHours(1));
            sweep();
        }
    }

    @Test
    void anOrphanGoesWhenItsHourIsOver() {
        orphan(NOW, 30);

        until(NOW.plus(Duration.ofDays(30)));
        assertThat(city.pictures().keys()).hasSize(1);
        until(NOW.plus(Duration.ofDays(30)).plus(Duration.ofHours(1)));

        assertThat(city.pictures().keys()).isEmpty();
    }

    @Test
    void underAShorterRetentionAnOrphanGoesByTheShorterOne() {
        orphan(NOW, 30);
        clock.advance(Duration.ofDays(1));
        put(NonHitRetention.DAYS_7);

        until(NOW.plus(Duration.ofDays(7)));
        assertThat(city.pictures().keys()).hasSize(1);
        until(NOW.plus(Duration.ofDays(7)).plus(Duration.ofHours(1)));

        assertThat(city.pictures().keys()).isEmpty();
    }

    @Test
    void aHeldReadsPicturesAreSpared() {
        var key = orphan(NOW, 30);
        held = Set.of(key);

        until(NOW.plus(Duration.ofDays(31)));

        assertThat(city.pictures().keys()).containsExactly(key);
    }

    @Test
    void hoursThatWereMissedAreCaughtUp() {
        orphan(NOW, 30);

        clock.advance(Duration.ofDays(33));
        for (var run = 0; run < 6; run++) {
            sweep();
        }

        assertThat(city.pictures().keys()).isEmpty();
    }
}
