package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.hit.Alert;
import passby.core.hit.HitId;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every store of subscriptions does, for those who subscribe and for those who deliver. */
public abstract class SubscriptionsContract {
    private static final AlertFilter FILTER = new AlertFilter(
            Set.of(Category.STOLEN_VEHICLE),
            Set.of("north", "harbor"),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("America/Chicago")));

    private final Unique unique = new Unique();
    private final String person = "officer-" + unique.code();

    protected abstract Subscriptions subscriptions();

    protected abstract Recipients recipients();

    protected abstract DurableEntries durable();

    private Subscription made(AlertFilter filter) {
        var subscription = new Subscription(
                person,
                "sub-" + unique.code(),
                new PhoneNumber("+15555550123"),
                filter,
                "01234567",
                false,
                NOW.plus(Subscription.CONFIRMATION));
        subscriptions().add(subscription, TestData.entry(EntryType.ALERTS_SUBSCRIBED));
        return subscription;
    }

    @Test
    void aSubscriptionIsFoundAsItWasStoredWithItsEntry() {
        var subscription = made(FILTER);

        assertThat(subscriptions().of(person)).containsExactly(subscription);
        assertThat(subscriptions().of("officer-" + unique.code())).isEmpty();
    }

    @Test
    void whoWantsEverythingAtAnyHourIsStoredSo() {
        var subscription = made(new AlertFilter(Set.of(), Set.of(), null));

        assertThat(subscriptions().of(person)).containsExactly(subscription);
    }

    @Test
    void aWebhookOfTheCityIsStoredAsItIs() {
        var webhook = new Subscription(
                Subscription.CITY,
                "sub-" + unique.code(),
                new Webhook(
                        new WebhookUrl("https://dispatch.example.gov/passby"),
                        new WebhookSecret("whsec_" + "A".repeat(43) + "=")),
                FILTER,
                "01234567",
                true,
                NOW.plus(Subscription.LIFE));
        subscriptions().add(webhook, TestData.entry(EntryType.ALERTS_SUBSCRIBED));

        assertThat(subscriptions().of(Subscription.CITY)).contains(webhook);
        assertThat(recipients().confirmed()).contains(webhook);
    }

    @Test
    void aBrowserIsStoredAsItIs() {
        var browser = new Subscription(
                person,
                "sub-" + unique.code(),
                new TestBrowser().browser(),
                FILTER,
                "01234567",
                true,
                NOW.plus(Subscription.LIFE));
        subscriptions().add(browser, TestData.entry(EntryType.ALERTS_SUBSCRIBED));

        assertThat(subscriptions().of(person)).containsExactly(browser);
        assertThat(recipients().confirmed()).contains(browser);
    }

    @Test
    void onlyAConfirmedOneIsARecipient() {
        var subscription = made(FILTER);
        assertThat(recipients().confirmed()).doesNotContain(subscription);

        var confirmed = subscription.confirmed(NOW);
        var entry = TestData.entry(EntryType.SUBSCRIPTION_CONFIRMED);
        assertThat(subscriptions().replace(subscription, confirmed, entry)).isInstanceOf(Commit.Done.class);

        assertThat(recipients().confirmed()).contains(confirmed);
        assertThat(durable().canonical(entry.entryId())).isPresent();
    }

    @Test
    void whatChangedSinceItWasReadIsNotReplaced() {
        var subscription = made(FILTER);
        var entry = TestData.entry(EntryType.SUBSCRIPTION_ENDED);
        subscriptions().replace(subscription, subscription.ended(NOW), TestData.entry(EntryType.SUBSCRIPTION_ENDED));

        assertThat(subscriptions().replace(subscription, subscription.confirmed(NOW), entry))
                .isInstanceOf(Commit.Conflict.class);
        assertThat(durable().canonical(entry.entryId())).isEmpty();
    }

    @Test
    void allOfAPersonAreEndedAtOnce() {
        var one = made(FILTER);
        var other = made(new AlertFilter(Set.of(), Set.of(), null));

        subscriptions().endAll(person, NOW);

        assertThat(subscriptions().of(person)).containsExactlyInAnyOrder(one.ended(NOW), other.ended(NOW));
    }

    @Test
    void whatWasReceivedIsMarkedForThatAlertAlone() {
        var subscription = made(FILTER);
        var hit = alert();
        var other = alert();

        recipients().markReceived(subscription, hit, NOW.plus(Duration.ofDays(1)));

        assertThat(recipients().hasReceived(subscription, hit)).isTrue();
        assertThat(recipients().hasReceived(subscription, other)).isFalse();
        assertThat(recipients().hasReceived(subscription, hit.toEverybody())).isFalse();
    }

    private Alert alert() {
        var key = TestData.CITY_KEY;
        return new Alert(
                HitId.of(key, "pass-" + unique.code(), key.plateKey(new Plate("MADEUP7"))),
                Category.STOLEN_VEHICLE,
                "north",
                MatchType.EXACT,
                false,
                Duration.ZERO,
                Duration.ZERO);
    }
}
