package passby.core.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
public final class InMemoryPeople implements People {
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    public void put(Person person) {
        people.put(person.personId(), person);
    }

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(people.get(personId));
    }
}
