package passby.core.lists;

final class InMemoryImportOutcomesTest extends ImportOutcomesContract {
    private final InMemoryImportOutcomes outcomes = new InMemoryImportOutcomes();

    @Override
    protected ImportOutcomes outcomes() {
        return outcomes;
    }
}
