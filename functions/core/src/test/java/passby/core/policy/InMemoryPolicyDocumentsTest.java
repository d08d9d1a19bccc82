package passby.core.policy;

import passby.core.ledger.InMemoryLedger;

final class InMemoryPolicyDocumentsTest extends PolicyDocumentsContract {
    private final InMemoryPolicyDocuments documents = new InMemoryPolicyDocuments(new InMemoryLedger());

    @Override
    protected PolicyDocuments documents() {
        return documents;
    }
}
