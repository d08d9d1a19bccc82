package passby.aws.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import passby.aws.dynamodb.BatchWrites;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.sealing.PendingEntries;
import passby.core.sealing.PendingEntry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * What waits in LedgerPending. The whole table is scanned, strongly consistently: it holds nothing but what waits, and a scan finds
 * every write that was answered before it began, whatever minute its writer's clock put it into (Amazon DynamoDB API Reference, Scan,
 * "ConsistentRead").
 */
public final class DynamoDbPendingEntries implements PendingEntries {
    private static final int VERSION = 1;

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbPendingEntries(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public List<PendingEntry> find(int limit) {
        var scan = ScanRequest.builder()
                .tableName(tables.name(Tables.LEDGER_PENDING))
                .consistentRead(true)
                .build();
        return new Pages(client).scan(scan, limit).stream()
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

    private static PendingEntry entry(Map<String, AttributeValue> item) {
        var row = StoredItem.of("pending entry", VERSION, item);
        var minute = row.string(Tables.LEDGER_PENDING.partition()).replaceAll("Z#[0-9]+$", ":00Z");
        return new PendingEntry(row.string("entryId"), Instant.parse(minute), row.string("entry"));
    }
}
