package passby.core.sealing;

final class InMemoryLogStoreTest extends LogStoreContract {
    private final InMemoryLogStore twin = new InMemoryLogStore();

    @Override
    protected LogStore empty() {
        return twin;
    }
}
