package passby.core.people;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/**
 * Accounts whose sessions end with them. A session that was open when its person was shut out does not come back with them: they end
 * after the revocation is durable, and once more before somebody is let in again. Whoever is given access uses the account from then
 * on.
 */
public final class EndsSessions implements People {
    private final People people;
    private final Sessions sessions;
    private final Clock clock;

    public EndsSessions(People people, Sessions sessions, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(String personId) {
        return people.find(personId);
    }

    @Override
    public Commit appoint(@Nullable Person before, Person person, Entry entry) {
        var now = clock.instant();
        if (before != null && !before.active() && person.active()) {
            sessions.endAll(person.personId(), now);
        }
        var commit = people.appoint(before, person, entry);
        if (!(commit instanceof Commit.Done)) {
            return commit;
        }
        if (person.active()) {
            sessions.used(person.personId(), now);
        } else {
            sessions.endAll(person.personId(), now);
        }
        return commit;
    }
}
