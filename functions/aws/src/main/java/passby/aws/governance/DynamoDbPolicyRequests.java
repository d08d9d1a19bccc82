package passby.aws.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.core.governance.PolicyRequest;
import passby.core.governance.PolicyRequest.State;
import passby.core.governance.PolicyRequests;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.policy.EffectivePolicy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Policy requests, their decisions, and which of them is the newest. */
public final class DynamoDbPolicyRequests implements PolicyRequests {
    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;
    private final DynamoDbPolicyDocuments documents;

    /** @param documents of the same city, in the same tables */
    public DynamoDbPolicyRequests(
            DynamoDbClient client, Tables tables, DynamoDbChanges changes, DynamoDbPolicyDocuments documents) {
        this.client = client;
        this.tables = tables;
        this.changes = changes;
        this.documents = documents;
    }

    @Override
    public List<PolicyRequest> newest(int max) {
        var listed = client.query(query -> query.tableName(tables.name(Tables.REQUESTS))
                .keyConditionExpression("#partition = :list")
                .expressionAttributeNames(Map.of("#partition", Tables.REQUESTS.partition()))
                .expressionAttributeValues(Map.of(":list", AttributeValue.fromS(RequestRowKeys.LIST)))
                .scanIndexForward(false)
                .limit(max)
                .consistentRead(true));
        return listed.items().stream()
                .map(DynamoDbPolicyRequestFormat::listedId)
                .flatMap(requestId -> find(requestId).stream())
                .toList();
    }

    /** A request has two decisions at most, so that one page holds all of it. */
    @Override
    public Optional<PolicyRequest> find(String requestId) {
        if (!Ulids.isUlid(requestId)) {
            return Optional.empty();
        }
        var rows = client.query(query -> query.tableName(tables.name(Tables.REQUESTS))
                .keyConditionExpression("#partition = :id")
                .expressionAttributeNames(Map.of("#partition", Tables.REQUESTS.partition()))
                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(requestId)))
                .consistentRead(true));
        return DynamoDbPolicyRequestFormat.read(rows.items());
    }

    @Override
    public Commit add(PolicyRequest request, @Nullable PolicyRequest before, Entry entry) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(Writes.putNew(tables, Tables.REQUESTS, DynamoDbPolicyRequestFormat.write(request)));
        writes.add(Writes.putNew(tables, Tables.REQUESTS, DynamoDbPolicyRequestFormat.listed(request.requestId())));
        writes.add(newest(request, before));
        if (before != null && before.stored() == State.PENDING) {
            writes.add(replace(before.superseded()));
        }
        return changes.commit(writes, entry);
    }

    private TransactWriteItem newest(PolicyRequest request, @Nullable PolicyRequest before) {
        var row = DynamoDbPolicyRequestFormat.newest(request.requestId());
        return before == null
                ? Writes.putNew(tables, Tables.REQUESTS, row)
                : Writes.replace(
                        tables,
                        Tables.REQUESTS,
                        row,
                        DynamoDbPolicyRequestFormat.NEWEST,
                        AttributeValue.fromS(before.requestId()));
    }

    @Override
    public Commit revise(PolicyRequest revised, @Nullable EffectivePolicy next, Entry entry) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(replace(revised));
        revised.decisions().stream()
                .filter(decision -> decision.entryId().equals(entry.entryId()))
                .map(decision -> DynamoDbPolicyRequestFormat.write(revised.requestId(), revised.revision(), decision))
                .forEach(row -> writes.add(Writes.putNew(tables, Tables.REQUESTS, row)));
        if (next != null) {
            writes.addAll(documents.writes(next));
        }
        return changes.commit(writes, entry);
    }

    private TransactWriteItem replace(PolicyRequest revised) {
        return Writes.replace(
                tables,
                Tables.REQUESTS,
                DynamoDbPolicyRequestFormat.write(revised),
                DynamoDbPolicyRequestFormat.REVISION,
                AttributeValue.fromN(String.valueOf(revised.revision() - 1)));
    }
}
