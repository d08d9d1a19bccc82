package passby.aws.lists;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.lists.ListSource;
import passby.core.lists.Lists;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The sources of lists, one row each. */
public final class DynamoDbLists implements Lists {
    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbTable<ListSource> lists;
    private final DynamoDbChanges changes;

    public DynamoDbLists(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.lists = tables.mapped(client, Tables.LISTS, ListSchema.ROW);
        this.changes = changes;
    }

    @Override
    public Optional<ListSource> find(String source) {
        return Optional.ofNullable(
                lists.getItem(get -> get.key(Tables.LISTS.key(source)).consistentRead(true)));
    }

    @Override
    public List<ListSource> all() {
        return lists.scan(scan -> scan.consistentRead(true)).items().stream()
                .sorted(Comparator.comparing(ListSource::source))
                .limit(MAX_SOURCES)
                .toList();
    }

    @Override
    public Commit add(ListSource source, Entry entry) {
        return changes.commit(List.of(Writes.putNew(lists, source)), entry);
    }

    @Override
    public Commit revise(ListSource revised, Entry entry) {
        var before = AttributeValue.fromN(Integer.toString(revised.revision() - 1));
        return changes.commit(List.of(Writes.replace(lists, revised, ListSchema.REVISION, before)), entry);
    }

    /** Raw: two attributes inside a part, which the enhanced client would put whole. */
    @Override
    public boolean renew(String source, String leaseId, Instant until, long written) {
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.LISTS))
                    .key(Map.of(Tables.LISTS.partition(), AttributeValue.fromS(source)))
                    .updateExpression("SET #running.#until = :until, #running.#written = :written")
                    .conditionExpression("#running.#lease = :lease AND #running.#written <= :written")
                    .expressionAttributeNames(Map.of(
                            "#running", ListSchema.RUNNING,
                            "#until", ListSchema.LEASE_UNTIL,
                            "#written", ListSchema.WRITTEN,
                            "#lease", ListSchema.LEASE_ID))
                    .expressionAttributeValues(Map.of(
                            ":until", AttributeValue.fromS(until.toString()),
                            ":written", AttributeValue.fromN(Long.toString(written)),
                            ":lease", AttributeValue.fromS(leaseId))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
