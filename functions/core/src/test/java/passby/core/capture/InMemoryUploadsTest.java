package passby.core.capture;

import passby.core.picture.Jpeg;

final class InMemoryUploadsTest extends UploadsContract {
    private final InMemoryUploads uploads = new InMemoryUploads();

    @Override
    protected Uploads uploads() {
        return uploads;
    }

    @Override
    protected void given(String key, Jpeg picture, CaptureFacts facts) {
        uploads.put(key, picture, facts);
    }

    @Override
    protected void givenForeign(String key, Jpeg picture) {
        uploads.putForeign(key, picture);
    }
}
