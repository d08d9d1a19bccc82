package passby.aws.policy;

import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Every version of the effective policy, and which one is in force. */
public final class DynamoDbPolicyDocuments implements PolicyDocuments {
    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;

    public DynamoDbPolicyDocuments(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.changes = changes;
    }

    @Override
    public Optional<EffectivePolicy> find() {
        var answer = client.getItem(get -> get.tableName(tables.name(Tables.POLICY))
                .key(PolicyRowKeys.current())
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(DynamoDbPolicyFormat.read(answer.item())) : Optional.empty();
    }

    @Override
    public Commit put(EffectivePolicy policy, Entry entry) {
        return changes.commit(writes(policy), entry);
    }

    /** The rows of the next version, on condition that its number follows. */
    public List<TransactWriteItem> writes(EffectivePolicy policy) {
        return List.of(inForce(policy), version(policy));
    }

    private TransactWriteItem inForce(EffectivePolicy policy) {
        var current = DynamoDbPolicyFormat.write(PolicyRowKeys.current(), policy);
        if (policy.version() == 1) {
            return Writes.putNew(tables, Tables.POLICY, current);
        }
        var before = AttributeValue.fromN(String.valueOf(policy.version() - 1));
        return Writes.replace(tables, Tables.POLICY, current, DynamoDbPolicyFormat.NUMBER, before);
    }

    private TransactWriteItem version(EffectivePolicy policy) {
        return Writes.putNew(
                tables, Tables.POLICY, DynamoDbPolicyFormat.write(PolicyRowKeys.version(policy.version()), policy));
    }
}
