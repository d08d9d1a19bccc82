package passby.core.hit;

final class InMemoryAlertLatenciesTest extends AlertLatenciesContract {
    private final InMemoryAlertLatencies latencies = new InMemoryAlertLatencies();

    @Override
    protected AlertLatencies latencies() {
        return latencies;
    }
}
