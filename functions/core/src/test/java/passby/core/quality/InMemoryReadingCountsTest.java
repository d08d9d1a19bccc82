package passby.core.quality;

final class InMemoryReadingCountsTest extends ReadingCountsContract {
    private final InMemoryReadingCounts counts = new InMemoryReadingCounts();

    @Override
    protected ReadingCounts counts() {
        return counts;
    }
}
