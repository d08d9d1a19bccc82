package passby.aws.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.APolicyRequest.LONGER;

import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.core.governance.PolicyRequest.State;
import passby.core.governance.PolicyRequests;
import passby.core.governance.PolicyRequestsContract;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.policy.PolicyDocuments;
import passby.core.retention.NonHitRetention;
import passby.core.testing.APolicyRequest;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** {@link DynamoDbPolicyRequests} over DynamoDB Local. */
final class DynamoDbPolicyRequestsIT extends PolicyRequestsContract {
    private final StoredCity city = StoredCity.fresh();
    private final DynamoDbPolicyDocuments documents =
            new DynamoDbPolicyDocuments(city.client(), city.tables(), city.changes());
    private final DynamoDbPolicyRequests requests =
            new DynamoDbPolicyRequests(city.client(), city.tables(), city.changes(), documents);

    @Override
    protected PolicyRequests requests() {
        return requests;
    }

    @Override
    protected PolicyDocuments documents() {
        return documents;
    }

    @Test
    void anApprovalThatComesTooLateLeavesNoEntryAndNoDecision() {
        documents.put(TestData.policy(1, NonHitRetention.DAYS_7), TestData.entry(EntryType.POLICY_CHANGED));
        var request = APolicyRequest.pending(new Unique().ulid(TestData.NOW), LONGER);
        requests.add(request, null, TestData.entry(EntryType.POLICY_REQUESTED));
        var entry = TestData.entry(EntryType.POLICY_CHANGED);
        var approved = APolicyRequest.decided(request, State.APPROVED, "chief-ito", Role.CHIEF, entry);

        var late = requests.revise(approved, TestData.policy(3, NonHitRetention.DAYS_30), entry);

        assertThat(late).isEqualTo(new Commit.Conflict());
        assertThat(city.entries().canonical(entry.entryId())).isEmpty();
        assertThat(requests.find(request.requestId())).contains(request);
    }

    @Test
    void anApprovalThatIsSentAgainIsDoneOnce() {
        documents.put(TestData.policy(1, NonHitRetention.DAYS_7), TestData.entry(EntryType.POLICY_CHANGED));
        var request = APolicyRequest.pending(new Unique().ulid(TestData.NOW), LONGER);
        requests.add(request, null, TestData.entry(EntryType.POLICY_REQUESTED));
        var entry = TestData.entry(EntryType.POLICY_CHANGED);
        var approved = APolicyRequest.decided(request, State.APPROVED, "chief-ito", Role.CHIEF, entry);
        var next = TestData.policy(2, NonHitRetention.DAYS_30);

        var first = requests.revise(approved, next, entry);
        var second = requests.revise(approved, next, entry);

        assertThat(first).isEqualTo(new Commit.Done(entry.accepted())).isEqualTo(second);
        assertThat(documents.current().version()).isEqualTo(2);
    }
}
