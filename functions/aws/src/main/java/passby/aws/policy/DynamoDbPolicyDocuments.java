package passby.aws.policy;

import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyDocuments;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every version of the effective policy, and which one is in force. */
public final class DynamoDbPolicyDocuments implements PolicyDocuments {
    private final DynamoDbTable<PolicySchema.Row> policies;
    private final DynamoDbChanges changes;

    public DynamoDbPolicyDocuments(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.policies = tables.mapped(client, Tables.POLICY, PolicySchema.ROW);
        this.changes = changes;
    }

    @Override
    public Optional<EffectivePolicy> find() {
        return find(PolicyRowKeys.current());
    }

    @Override
    public Optional<EffectivePolicy> find(int version) {
        return find(PolicyRowKeys.version(version));
    }

    private Optional<EffectivePolicy> find(Key key) {
        return Optional.ofNullable(policies.getItem(get -> get.key(key).consistentRead(true)))
                .map(PolicySchema.Row::policy);
    }

    @Override
    public Commit put(EffectivePolicy policy, Entry entry) {
        return changes.commit(writes(policy), entry);
    }

    /** The rows of the next version, on condition that its number follows. */
    public List<Write> writes(EffectivePolicy policy) {
        return List.of(inForce(policy), version(policy));
    }

    private Write inForce(EffectivePolicy policy) {
        var current = new PolicySchema.Row(PolicyRowKeys.current(), policy);
        if (policy.version() == 1) {
            return Writes.putNew(policies, current);
        }
        var before = AttributeValue.fromN(String.valueOf(policy.version() - 1));
        return Writes.replace(policies, current, PolicySchema.NUMBER, before);
    }

    private Write version(EffectivePolicy policy) {
        return Writes.putNew(policies, new PolicySchema.Row(PolicyRowKeys.version(policy.version()), policy));
    }
}
