package passby.core.sealing;

final class InMemoryEntryIndexTest extends EntryIndexContract {
    private final InMemoryEntryIndex twin = new InMemoryEntryIndex();

    @Override
    protected EntryIndex index() {
        return twin;
    }
}
