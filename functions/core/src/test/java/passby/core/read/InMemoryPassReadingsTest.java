package passby.core.read;

final class InMemoryPassReadingsTest extends PassReadingsContract {
    private final InMemoryPassReadings passes = new InMemoryPassReadings();

    @Override
    protected PassReadings passes() {
        return passes;
    }
}
