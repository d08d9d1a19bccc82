package passby.core.capture;

import passby.core.ledger.DurableEntries;
import passby.core.ledger.InMemoryLedger;

final class InMemoryCamerasTest extends CamerasContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryCameras cameras = new InMemoryCameras(ledger);

    @Override
    protected Cameras cameras() {
        return cameras;
    }

    @Override
    protected DurableEntries durable() {
        return ledger;
    }
}
