package passby.core.archive;

final class InMemoryArchiveTest extends ArchiveContract {
    private final InMemoryArchive archive = new InMemoryArchive();

    @Override
    protected Archive archive() {
        return archive;
    }
}
