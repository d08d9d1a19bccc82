package passby.core.audit;

final class InMemoryPersonIndexTest extends PersonIndexContract {
    private final InMemoryPersonIndex people = new InMemoryPersonIndex();

    @Override
    protected PersonIndex people() {
        return people;
    }
}
