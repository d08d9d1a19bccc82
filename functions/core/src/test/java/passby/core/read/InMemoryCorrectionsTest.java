package passby.core.read;

import passby.core.testing.InMemoryCity;

final class InMemoryCorrectionsTest extends CorrectionsContract {
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
    protected Corrections corrections() {
        return city.frames();
    }
}
