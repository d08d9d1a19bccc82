package passby.aws.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.core.governance.PolicyRequest;
import passby.core.governance.PolicyRequests;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.policy.EffectivePolicy;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Policy requests, their decisions, and which of them is the newest. */
public final class DynamoDbPolicyRequests implements PolicyRequests {
    private final DynamoDbClient client;
    private final DynamoDbTable<PolicyRequest> requests;
    private final DynamoDbTable<PolicyRequestSchema.Decision> decisions;
    private final DynamoDbTable<PolicyRequestSchema.Pointer> pointers;
    private final DynamoDbChanges changes;
    private final DynamoDbPolicyDocuments documents;

    /** @param documents of the same city, in the same tables */
    public DynamoDbPolicyRequests(
            DynamoDbClient client, Tables tables, DynamoDbChanges changes, DynamoDbPolicyDocuments documents) {
        this.client = client;
        this.requests = tables.mapped(client, Tables.REQUESTS, PolicyRequestSchema.REQUEST);
        this.decisions = tables.mapped(client, Tables.REQUESTS, PolicyRequestSchema.DECISION);
        this.pointers = tables.mapped(client, Tables.REQUESTS, PolicyRequestSchema.POINTER);
        this.changes = changes;
        this.documents = documents;
    }

    @Override
    public List<PolicyRequest> newest(int max) {
        var list = QueryConditional.keyEqualTo(key -> key.partitionValue(RequestRowKeys.LIST));
        return pointers
                .query(query -> query.queryConditional(list)
                        .scanIndexForward(false)
                        .limit(max)
                        .consistentRead(true))
                .items()
                .stream()
                .limit(max)
                .flatMap(listed -> find(listed.sort()).stream())
                .toList();
    }

    /**
     * Raw: a request's partition holds rows of two shapes. A request has two decisions at most, so that one page holds all of
     * it.
     */
    @Override
    public Optional<PolicyRequest> find(String requestId) {
        if (!Ulids.isUlid(requestId)) {
            return Optional.empty();
        }
        var rows = client.query(query -> query.tableName(requests.tableName())
                .keyConditionExpression("#partition = :id")
                .expressionAttributeNames(Map.of("#partition", Tables.REQUESTS.partition()))
                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(requestId)))
                .consistentRead(true));
        return PolicyRequestSchema.read(rows.items());
    }

    @Override
    public Commit add(PolicyRequest request, @Nullable PolicyRequest before, Entry entry) {
        var writes = new ArrayList<Write>();
        writes.add(Writes.putNew(requests, request));
        writes.add(Writes.putNew(
                pointers, new PolicyRequestSchema.Pointer(RequestRowKeys.listed(request.requestId()), null)));
        writes.add(newest(request, before));
        if (before != null && before.mayBeSuperseded()) {
            writes.add(replace(before.superseded()));
        }
        return changes.commit(writes, entry);
    }

    private Write newest(PolicyRequest request, @Nullable PolicyRequest before) {
        var row = new PolicyRequestSchema.Pointer(RequestRowKeys.newest(), request.requestId());
        return before == null
                ? Writes.putNew(pointers, row)
                : Writes.replace(pointers, row, PolicyRequestSchema.NEWEST, AttributeValue.fromS(before.requestId()));
    }

    @Override
    public Commit revise(PolicyRequest revised, @Nullable EffectivePolicy next, Entry entry) {
        if (!revised.nobodyDecidedTwice()) {
            return new Commit.Conflict();
        }
        var writes = new ArrayList<Write>();
        writes.add(replace(revised));
        revised.decisions().stream()
                .filter(decision -> decision.entryId().equals(entry.entryId()))
                .map(decision -> new PolicyRequestSchema.Decision(revised.requestId(), revised.revision(), decision))
                .forEach(row -> writes.add(Writes.put(decisions, row)));
        if (next != null) {
            writes.addAll(documents.writes(next));
        }
        return changes.commit(writes, entry);
    }

    private Write replace(PolicyRequest revised) {
        var seen = AttributeValue.fromN(String.valueOf(revised.revision() - 1));
        return Writes.replace(requests, revised, PolicyRequestSchema.REVISION, seen);
    }
}
