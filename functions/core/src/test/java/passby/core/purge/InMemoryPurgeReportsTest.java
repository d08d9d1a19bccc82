package passby.core.purge;

final class InMemoryPurgeReportsTest extends PurgeReportsContract {
    private final InMemoryPurgeReports reports = new InMemoryPurgeReports();

    @Override
    protected PurgeReports reports() {
        return reports;
    }
}
