package passby.core.capture;

final class InMemoryIllegiblePlatesTest extends IllegiblePlatesContract {
    private final InMemoryIllegiblePlates plates = new InMemoryIllegiblePlates();

    @Override
    protected IllegiblePlates plates() {
        return plates;
    }
}
