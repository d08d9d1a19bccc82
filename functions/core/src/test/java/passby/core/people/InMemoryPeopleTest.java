package passby.core.people;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemoryPeopleTest extends PeopleContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryPeople people = new InMemoryPeople(ledger);

    @Override
    protected People people() {
        return people;
    }

    @Override
    protected void given(Person person) {
        people.put(person);
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
