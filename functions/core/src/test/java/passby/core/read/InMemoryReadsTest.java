package passby.core.read;

import passby.core.testing.InMemoryCity;

final class InMemoryReadsTest extends ReadsContract {
    private final InMemoryCity city = new InMemoryCity();

    @Override
    protected Frames frames() {
        return city.frames();
    }

    @Override
    protected Reads reads() {
        return city.frames();
    }
}
