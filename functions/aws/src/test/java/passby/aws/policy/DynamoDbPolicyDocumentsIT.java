package passby.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.core.id.Digests;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;
import passby.core.policy.PolicyDocumentsContract;
import passby.core.retention.ImageRetention;
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

    private void given(EffectivePolicy policy) {
        assertThat(documents.put(policy, TestData.entry(EntryType.POLICY_CHANGED)))
                .isInstanceOf(Commit.Done.class);
    }

    @Test
    void aVersionThatDoesNotFollowLeavesNoEntry() {
        given(TestData.policy(1, NonHitRetention.DAYS_7));
        var entry = TestData.entry(EntryType.POLICY_CHANGED);

        assertThat(documents.put(TestData.policy(1, NonHitRetention.DAYS_30), entry))
                .isEqualTo(new Commit.Conflict());
        assertThat(documents.put(TestData.policy(3, NonHitRetention.DAYS_30), entry))
                .isEqualTo(new Commit.Conflict());

        assertThat(documents.current()).isEqualTo(TestData.policy(1, NonHitRetention.DAYS_7));
        assertThat(city.entries().canonical(entry.entryId())).isEmpty();
    }

    /** To the letter as the first version of Passby stored it. */
    @Test
    void aPolicyOfTheOldFormatIsReadWithWhatHeldThen() {
        var document = "{\"agency\":\"Springfield Police Department\",\"bounds\":{\"clockSkewSeconds\":120,"
                + "\"confidentPercent\":90,\"pageRows\":100,\"searchRows\":500,\"searchWindowDays\":30,"
                + "\"searchesPerHour\":30,\"unapprovedEntryHours\":24},\"cityId\":\"springfield\","
                + "\"hitRetentionDays\":90,\"nonHitRetention\":\"7d\",\"ori\":\"XX0000000\","
                + "\"profile\":\"default\",\"recognizerOrder\":\"container-only\",\"v\":1,\"version\":3}";
        var row = new HashMap<>(Tables.POLICY.attributes(PolicyRowKeys.current()));
        row.putAll(Map.of(
                "v", number(1),
                "number", number(3),
                "cityId", AttributeValue.fromS("springfield"),
                "agency", AttributeValue.fromS("Springfield Police Department"),
                "ori", AttributeValue.fromS("XX0000000"),
                "profile", AttributeValue.fromS("default"),
                "nonHitRetention", AttributeValue.fromS("7d"),
                "hitRetentionDays", number(90),
                "recognizerOrder", AttributeValue.fromS("container-only"),
                "document", AttributeValue.fromS(document)));
        row.put(
                "bounds",
                AttributeValue.fromM(Map.of(
                        "searchWindowDays", number(30),
                        "searchRows", number(500),
                        "pageRows", number(100),
                        "searchesPerHour", number(30),
                        "clockSkewSeconds", number(120),
                        "confidentPercent", number(90),
                        "unapprovedEntryHours", number(24))));
        city.client()
                .putItem(put -> put.tableName(city.tables().name(Tables.POLICY)).item(row));

        var policy = documents.current();

        assertThat(policy).isEqualTo(TestData.policyOfFormat1(3, NonHitRetention.DAYS_7));
        assertThat(policy.imageRetention()).isEqualTo(ImageRetention.AS_READ);
        assertThat(policy.cameraUploadRate()).isEqualTo(120);
        assertThat(policy.hash()).isEqualTo(Digests.sha256Hex(document));
    }

    @Test
    void aFormatThatIsNotKnownIsNotGuessedAt() {
        given(TestData.policy(1, NonHitRetention.DAYS_7));
        city.client()
                .updateItem(update -> update.tableName(city.tables().name(Tables.POLICY))
                        .key(Tables.POLICY.attributes(PolicyRowKeys.current()))
                        .updateExpression("SET v = :other")
                        .expressionAttributeValues(Map.of(":other", number(EffectivePolicy.FORMAT + 1))));

        assertThatThrownBy(documents::current).isInstanceOf(UnreadableItem.class);
    }

    private static AttributeValue number(int value) {
        return AttributeValue.fromN(String.valueOf(value));
    }

    @Test
    void aPolicyThatDiffersFromItsDocumentIsNone() {
        given(TestData.policy(1, NonHitRetention.FLUSH));

        city.client()
                .updateItem(update -> update.tableName(city.tables().name(Tables.POLICY))
                        .key(Tables.POLICY.attributes(PolicyRowKeys.current()))
                        .updateExpression("SET nonHitRetention = :long")
                        .expressionAttributeValues(Map.of(":long", AttributeValue.fromS("270d"))));

        assertThatThrownBy(documents::current).isInstanceOf(UnreadableItem.class);
    }
}
