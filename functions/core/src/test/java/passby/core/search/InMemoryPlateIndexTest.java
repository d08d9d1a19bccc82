package passby.core.search;

import passby.core.read.Frames;
import passby.core.testing.InMemoryCity;

final class InMemoryPlateIndexTest extends PlateIndexContract {
    private final InMemoryCity city = new InMemoryCity();

    @Override
    protected PlateIndex index() {
        return new InMemoryPlateIndex(city.frames());
    }

    @Override
    protected Frames frames() {
        return city.frames();
    }
}
