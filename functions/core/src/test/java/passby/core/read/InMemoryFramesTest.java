package passby.core.read;

import passby.core.hit.Hits;
import passby.core.hit.Outbox;
import passby.core.ledger.DurableEntries;
import passby.core.testing.InMemoryCity;

final class InMemoryFramesTest extends FramesContract {
    private final InMemoryCity city = new InMemoryCity();

    @Override
    protected Frames frames() {
        return city.frames();
    }

    @Override
    protected Reads reads() {
        return city.frames();
    }

    @Override
    protected Hits hits() {
        return city.hits();
    }

    @Override
    protected Outbox outbox() {
        return city.hits();
    }

    @Override
    protected DurableEntries durable() {
        return city.ledger();
    }
}
