package passby.core.capture;

final class InMemoryCameraUsesTest extends CameraUsesContract {
    private final InMemoryCameraUses uses = new InMemoryCameraUses();

    @Override
    protected CameraUses uses() {
        return uses;
    }
}
