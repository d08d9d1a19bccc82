package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;

final class PublishAlertsTest {
    private final InMemoryCity city = new InMemoryCity();
    private final PublishAlerts publish = new PublishAlerts(city.hits(), city.hits(), city.alerts());
    private final Hit older = hit("upload-1", 1);
    private final Hit newer = hit("upload-2", 2);

    private static Hit hit(String uploadId, int second) {
        return ARead.of(uploadId, "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW.plusSeconds(second));
    }

    @Test
    void whatIsPendingGoesOutOldestFirstAndOnce() {
        city.hits().raise(newer);
        city.hits().raise(older);

        assertThat(publish.publishPending()).isEqualTo(2);
        assertThat(publish.publishPending()).isZero();
        assertThat(city.alerts().published()).containsExactly(Alert.of(older), Alert.of(newer));
    }

    @Test
    void aCrashBetweenPublishingAndMarkingMeansTwiceNeverNone() {
        city.hits().raise(older);
        var dying = new PublishAlerts(
                city.hits(),
                new Outbox() {
                    @Override
                    public List<HitId> pending() {
                        return city.hits().pending();
                    }

                    @Override
                    public void markSent(HitId hitId) {
                        throw new IllegalStateException("killed");
                    }
                },
                city.alerts());
        assertThatThrownBy(() -> dying.publish(older)).hasMessage("killed");

        publish.publishPending();

        assertThat(city.alerts().published()).containsExactly(Alert.of(older), Alert.of(older));
    }

    @Test
    void anAlertThatDidNotGoOutStaysPending() {
        city.hits().raise(older);
        city.alerts().setReachable(false);

        assertThatThrownBy(publish::publishPending).isInstanceOf(IllegalStateException.class);

        assertThat(city.hits().pending()).containsExactly(older.hitId());
    }

    @Test
    void aHitThatWasPurgedMeanwhileIsPassedOver() {
        city.hits().raise(newer);
        var pending = new Outbox() {
            @Override
            public List<HitId> pending() {
                return List.of(older.hitId(), newer.hitId());
            }

            @Override
            public void markSent(HitId hitId) {
                city.hits().markSent(hitId);
            }
        };

        assertThat(new PublishAlerts(city.hits(), pending, city.alerts()).publishPending())
                .isEqualTo(1);
        assertThat(city.alerts().published()).containsExactly(Alert.of(newer));
    }
}
