package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class AlertReachTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(city.ledger());
    private final AlertReach reach = new AlertReach(city.watermarks(), clock);

    private Subscription subscribed(boolean confirmed) {
        var subscription = new Subscription(
                "officer-lopez",
                "01JQ0000000000000000000009",
                new PhoneNumber("+15555550123"),
                new AlertFilter(Set.of(), Set.of(), null),
                "12345678",
                confirmed,
                NOW.plus(Duration.ofHours(1)));
        subscriptions.add(subscription, TestData.entry(EntryType.ALERTS_SUBSCRIBED));
        return subscription;
    }

    @Test
    void aCityIsUnreachedUntilASubscriptionIsConfirmed() {
        assertThat(reach.look(subscriptions)).isZero();
        var waiting = subscribed(false);
        assertThat(reach.look(subscriptions)).isZero();
        assertThat(reach.isReached()).isFalse();

        var confirmed = waiting.confirmed(NOW);
        subscriptions.replace(waiting, confirmed, TestData.entry(EntryType.SUBSCRIPTION_CONFIRMED));

        assertThat(reach.look(subscriptions)).isEqualTo(1);
        assertThat(reach.isReached()).isTrue();
    }

    @Test
    void aSubscriptionThatEndedReachesNobodyAfterThreeMinutes() {
        subscribed(true);
        reach.look(subscriptions);
        clock.advance(Duration.ofHours(1));

        assertThat(reach.look(subscriptions)).isZero();
        assertThat(reach.isReached()).isFalse();
    }

    @Test
    void aLookThatIsMissedNowAndThenDoesNotMakeACityUnreached() {
        subscribed(true);
        reach.look(subscriptions);

        clock.advance(Duration.ofMinutes(3).minusMillis(1));
        assertThat(reach.isReached()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(reach.isReached()).isFalse();
    }
}
