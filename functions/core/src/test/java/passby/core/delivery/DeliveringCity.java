package passby.core.delivery;

import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import passby.core.hit.Alert;
import passby.core.hit.HitId;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.people.Caller;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A city in memory that subscribes its people and delivers alerts by the given channels. */
public final class DeliveringCity {
    /** Of a listed vehicle that was seen two seconds ago; its short code is {@code abcdef}. */
    public static final Alert ALERT = new Alert(
            new HitId("abcdef" + "a".repeat(46)),
            Category.STOLEN_VEHICLE,
            "north",
            MatchType.EXACT,
            false,
            Duration.ofHours(1),
            Duration.ofSeconds(2));

    final MutableClock clock = new MutableClock(NOW);
    final InMemoryCity city = new InMemoryCity();
    final InMemorySubscriptions subscriptions = new InMemorySubscriptions(city.ledger());
    final ManageSubscriptions manage;
    /** Whose hours are entered, and whether they cover now. */
    final Map<String, Boolean> onDuty = new HashMap<>();

    private final Channels channels;

    DeliveringCity(Channels channels, Caller... people) {
        this.channels = channels;
        this.manage = new ManageSubscriptions(
                TestAuthorizer.open(city, clock),
                subscriptions,
                channels,
                city.entropy(),
                new Ulids(clock, city.entropy()),
                clock);
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_30));
        List.of(people).forEach(caller -> city.people().put(caller.person()));
    }

    AlertReach reach() {
        return new AlertReach(city.watermarks(), clock);
    }

    DeliverAlerts to(DeliverAlerts.Audience audience) {
        return to(audience, Runnable::run);
    }

    DeliverAlerts to(DeliverAlerts.Audience audience, Executor threads) {
        var gone = new EndsGoneAddresses(
                subscriptions, new EntryFactory(clock, city.entropy()), () -> TestData.POLICY_HASH, clock);
        return new DeliverAlerts(
                subscriptions,
                city.people(),
                (personId, at) -> Optional.ofNullable(onDuty.get(personId)),
                channels,
                gone,
                reach(),
                audience,
                threads,
                clock);
    }
}
