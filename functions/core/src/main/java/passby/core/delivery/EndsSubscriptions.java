package passby.core.delivery;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.People;
import passby.core.people.Person;

/**
 * Accounts whose subscriptions go with them: once a revocation is durable, all that its person subscribed to is ended. A
 * crash between the two sends no alert, because {@link DeliverAlerts} looks the person up; revoking again ends what is left.
 */
public final class EndsSubscriptions implements People {
    private final People people;
    private final Subscriptions subscriptions;
    private final Clock clock;

    public EndsSubscriptions(People people, Subscriptions subscriptions, Clock clock) {
        this.people = people;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(String personId) {
        return people.find(personId);
    }

    @Override
    public Commit appoint(@Nullable Person before, Person person, Entry entry) {
        var commit = people.appoint(before, person, entry);
        if (commit instanceof Commit.Done && !person.active()) {
            subscriptions.endAll(person.personId(), clock.instant());
        }
        return commit;
    }
}
