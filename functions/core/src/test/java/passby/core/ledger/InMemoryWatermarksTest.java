package passby.core.ledger;

final class InMemoryWatermarksTest extends WatermarksContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryWatermarks watermarks = new InMemoryWatermarks(ledger);

    @Override
    protected Watermarks watermarks() {
        return watermarks;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
