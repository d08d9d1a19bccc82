package passby.core.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Accounts in memory. */
public final class InMemoryPeople implements People {
    private final InMemoryLedger ledger;
    private final Map<String, Person> people = new HashMap<>();

    public InMemoryPeople(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    public void put(Person person) {
        ledger.exclusively(() -> people.put(person.personId(), person));
    }

    @Override
    public Optional<Person> find(String personId) {
        return ledger.exclusively(() -> Optional.ofNullable(people.get(personId)));
    }

    @Override
    public Commit appoint(@Nullable Person before, Person person, Entry entry) {
        return ledger.commit(
                () -> find(person.personId()).equals(Optional.ofNullable(before)), () -> put(person), entry);
    }
}
