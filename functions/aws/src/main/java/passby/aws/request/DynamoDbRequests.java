package passby.aws.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.request.StoredRequest;
import passby.core.request.StoredRequests;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Requests of one kind, a row each. */
public final class DynamoDbRequests<T extends StoredRequest> implements StoredRequests<T> {
    /** The attribute of {@link StoredRequest#revision}. */
    public static final String REVISION = "revision";

    private final RequestKind kind;
    private final DynamoDbTable<T> requests;
    private final DynamoDbChanges changes;

    /** @param row with the keys of the kind and {@link #REVISION} */
    public DynamoDbRequests(
            DynamoDbClient client, Tables tables, DynamoDbChanges changes, RequestKind kind, TableSchema<T> row) {
        this.kind = kind;
        this.requests = tables.mapped(client, Tables.REQUESTS, row);
        this.changes = changes;
    }

    @Override
    public Optional<T> find(String requestId) {
        return Ulids.isUlid(requestId)
                ? Optional.ofNullable(
                        requests.getItem(get -> get.key(kind.key(requestId)).consistentRead(true)))
                : Optional.empty();
    }

    @Override
    public List<T> askedOn(Instant day) {
        var ofDay = QueryConditional.keyEqualTo(key -> key.partitionValue(kind.day(day)));
        return requests.query(query -> query.queryConditional(ofDay).consistentRead(true)).items().stream()
                .toList();
    }

    @Override
    public Commit add(T request, Entry entry) {
        return changes.commit(List.of(Writes.putNew(requests, request)), entry);
    }

    @Override
    public Commit revise(T revised, Entry entry) {
        var seen = AttributeValue.fromN(String.valueOf(revised.revision() - 1));
        return changes.commit(List.of(Writes.replace(requests, revised, REVISION, seen)), entry);
    }
}
