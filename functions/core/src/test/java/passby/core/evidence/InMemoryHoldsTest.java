package passby.core.evidence;

import passby.core.ledger.DurableEntries;
import passby.core.purge.ExpiringRows;
import passby.core.read.Frames;
import passby.core.testing.InMemoryCity;

final class InMemoryHoldsTest extends HoldsContract {
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryHolds holds = new InMemoryHolds(city.ledger(), city.rows());

    @Override
    protected Holds holds() {
        return holds;
    }

    @Override
    protected HeldRows heldRows() {
        return holds;
    }

    @Override
    protected HoldUpkeep upkeep() {
        return holds;
    }

    @Override
    protected Frames frames() {
        return city.frames();
    }

    @Override
    protected ExpiringRows rows() {
        return city.rows();
    }

    @Override
    protected DurableEntries durable() {
        return city.ledger();
    }
}
