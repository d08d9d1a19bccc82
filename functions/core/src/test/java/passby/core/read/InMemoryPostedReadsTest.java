package passby.core.read;

import passby.core.capture.InMemoryUploads;
import passby.core.capture.Uploads;

final class InMemoryPostedReadsTest extends PostedReadsContract {
    private final InMemoryUploads uploads = new InMemoryUploads();
    private final InMemoryPostedReads reads = new InMemoryPostedReads(uploads);

    @Override
    protected PostedReads reads() {
        return reads;
    }

    @Override
    protected Uploads uploads() {
        return uploads;
    }
}
