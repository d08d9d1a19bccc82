package passby.core.governance;

import passby.core.policy.PolicyDocuments;
import passby.core.testing.InMemoryCity;

final class InMemoryPolicyRequestsTest extends PolicyRequestsContract {
    private final InMemoryCity city = new InMemoryCity();

    @Override
    protected PolicyRequests requests() {
        return city.policyRequests();
    }

    @Override
    protected PolicyDocuments documents() {
        return city.policyDocuments();
    }
}
