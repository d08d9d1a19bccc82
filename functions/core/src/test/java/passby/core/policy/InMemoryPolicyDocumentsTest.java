package passby.core.policy;

final class InMemoryPolicyDocumentsTest extends PolicyDocumentsContract {
    private final InMemoryPolicyDocuments documents = new InMemoryPolicyDocuments();

    @Override
    protected PolicyDocuments documents() {
        return documents;
    }

    @Override
    protected void given(EffectivePolicy policy) {
        documents.put(policy);
    }
}
