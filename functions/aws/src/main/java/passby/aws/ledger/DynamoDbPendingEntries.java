package passby.aws.ledger;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.BatchWrites;
import passby.aws.dynamodb.Tables;
import passby.core.sealing.PendingEntries;
import passby.core.sealing.PendingEntry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What waits in LedgerPending. The whole table is scanned, strongly consistently: it holds nothing but what waits, and a scan finds
 * every write that was answered before it began, whatever minute its writer's clock put it into (Amazon DynamoDB API Reference, Scan,
 * "ConsistentRead").
 */
public final class DynamoDbPendingEntries implements PendingEntries {
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbPendingEntries(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public List<PendingEntry> find(int limit) {
        return tables
                .mapped(client, Tables.LEDGER_PENDING, DynamoDbEntries.PENDING)
                .scan(scan -> scan.consistentRead(true))
                .items()
                .stream()
                .limit(limit)
                .map(DynamoDbPendingEntries::entry)
                .toList();
    }

    @Override
    public void remove(List<PendingEntry> sealed) {
        new BatchWrites(client, tables)
                .delete(
                        Tables.LEDGER_PENDING,
                        sealed.stream()
                                .map(entry -> LedgerRowKeys.pending(entry.acceptedAt(), entry.entryId()))
                                .toList());
    }

    private static PendingEntry entry(DynamoDbEntries.PendingEntry row) {
        var minute = row.key().partitionKeyValue().s().replaceAll("Z#[0-9]+$", ":00Z");
        return new PendingEntry(row.key().sortKeyValue().orElseThrow().s(), Instant.parse(minute), row.canonical());
    }
}
