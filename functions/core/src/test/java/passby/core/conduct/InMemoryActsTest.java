package passby.core.conduct;

final class InMemoryActsTest extends ActsContract {
    private final InMemoryActs acts = new InMemoryActs();

    @Override
    protected Acts acts() {
        return acts;
    }
}
