package passby.core.capture;

final class InMemoryProcessedUploadsTest extends ProcessedUploadsContract {
    private final InMemoryProcessedUploads processed = new InMemoryProcessedUploads();

    @Override
    protected ProcessedUploads processed() {
        return processed;
    }
}
