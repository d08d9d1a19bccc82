package passby.core.policy;

final class InMemoryLimitsTest extends LimitsContract {
    private final InMemoryLimits limits = new InMemoryLimits();

    @Override
    protected Limits limits() {
        return limits;
    }
}
