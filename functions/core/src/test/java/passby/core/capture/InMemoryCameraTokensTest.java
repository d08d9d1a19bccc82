package passby.core.capture;

final class InMemoryCameraTokensTest extends CameraTokensContract {
    private final InMemoryCameraTokens tokens = new InMemoryCameraTokens();

    @Override
    protected CameraTokens tokens() {
        return tokens;
    }
}
