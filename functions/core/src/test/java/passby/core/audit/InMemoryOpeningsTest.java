package passby.core.audit;

import passby.core.ledger.Entry;

final class InMemoryOpeningsTest extends OpeningsContract {
    private final InMemoryOpenings openings = new InMemoryOpenings();

    @Override
    protected Openings openings() {
        return openings;
    }

    @Override
    protected void accept(Entry entry) {
        openings.accept(entry);
    }
}
