package passby.core.people;

final class InMemoryPeopleTest extends PeopleContract {
    private final InMemoryPeople people = new InMemoryPeople();

    @Override
    protected People people() {
        return people;
    }

    @Override
    protected void given(Person person) {
        people.put(person);
    }
}
