package passby.core.hit;

import passby.core.ledger.DurableEntries;
import passby.core.read.Frames;
import passby.core.testing.InMemoryCity;

final class InMemoryHitsTest extends HitsContract {
    private final InMemoryCity city = new InMemoryCity();

    @Override
    protected Frames frames() {
        return city.frames();
    }

    @Override
    protected Hits hits() {
        return city.hits();
    }

    @Override
    protected UnfinishedRejections rejections() {
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
