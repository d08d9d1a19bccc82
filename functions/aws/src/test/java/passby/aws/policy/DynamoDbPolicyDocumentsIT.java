package passby.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;
import passby.core.policy.PolicyDocumentsContract;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link DynamoDbPolicyDocuments} over DynamoDB Local. */
final class DynamoDbPolicyDocumentsIT extends PolicyDocumentsContract {
    private final StoredCity city = StoredCity.fresh();
    private final DynamoDbPolicyDocuments documents =
            new DynamoDbPolicyDocuments(city.client(), city.tables(), city.changes());

    @Override
    protected PolicyDocuments documents() {
        return documents;
    }

    @Override
    protected void given(EffectivePolicy policy) {
        assertThat(documents.put(policy, TestData.entry(EntryType.POLICY_CHANGED)))
                .isInstanceOf(Commit.Done.class);
    }

    @Test
    void aVersionThatDoesNotFollowTheOneInForceIsAConflict() {
        given(TestData.policy(1, NonHitRetention.DAYS_7));
        var entry = TestData.entry(EntryType.POLICY_CHANGED);

        assertThat(documents.put(TestData.policy(1, NonHitRetention.DAYS_30), entry))
                .isEqualTo(new Commit.Conflict());
        assertThat(documents.put(TestData.policy(3, NonHitRetention.DAYS_30), entry))
                .isEqualTo(new Commit.Conflict());

        assertThat(documents.current()).isEqualTo(TestData.policy(1, NonHitRetention.DAYS_7));
        assertThat(city.entries().canonical(entry.entryId())).isEmpty();
    }

    @Test
    void aPolicyThatDiffersFromItsDocumentIsNone() {
        given(TestData.policy(1, NonHitRetention.FLUSH));

        city.client()
                .updateItem(update -> update.tableName(city.tables().name(Tables.POLICY))
                        .key(PolicyKeys.current())
                        .updateExpression("SET nonHitRetention = :long")
                        .expressionAttributeValues(Map.of(":long", AttributeValue.fromS("270d"))));

        assertThatThrownBy(documents::current).isInstanceOf(UnreadableItem.class);
    }
}
