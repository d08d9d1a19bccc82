package passby.core.lists;

final class InMemoryManifestsTest extends ManifestsContract {
    private final InMemoryManifests manifests = new InMemoryManifests();

    @Override
    protected Manifests manifests() {
        return manifests;
    }
}
