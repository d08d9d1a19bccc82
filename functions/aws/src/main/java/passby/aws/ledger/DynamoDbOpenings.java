package passby.aws.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passby.aws.dynamodb.Tables;
import passby.core.audit.Openings;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.retention.RetentionClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Openings of many entries at once, until the clock of search records that is in force is up. Raw batches: the enhanced client would ask for what is left over without end.
 */
public final class DynamoDbOpenings implements Openings {
    private static final int KEYS_A_CALL = 100;
    private static final int MAX_CALLS = 400;

    private final DynamoDbClient client;
    private final Tables tables;
    private final Supplier<Duration> searchRecord;
    private final Clock clock;

    /** @param searchRecord how long an opening may be answered from when it was accepted, whatever its date says */
    public DynamoDbOpenings(DynamoDbClient client, Tables tables, Supplier<Duration> searchRecord, Clock clock) {
        this.searchRecord = searchRecord;
        this.clock = clock;
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Map<String, Map<Field, Opening>> find(List<String> entryIds) {
        var found = new HashMap<String, Map<Field, Opening>>();
        var left = entryIds.stream()
                .distinct()
                .map(LedgerRowKeys::openings)
                .map(Tables.LEDGER_OPENINGS::attributes)
                .toList();
        for (var calls = 0; !left.isEmpty(); calls++) {
            if (calls == MAX_CALLS) {
                throw new IllegalStateException("openings could not be read: DynamoDB is busy");
            }
            left = read(left, found);
        }
        return found;
    }

    /** @return what is still to be read */
    private List<Map<String, AttributeValue>> read(
            List<Map<String, AttributeValue>> keys, Map<String, Map<Field, Opening>> found) {
        var table = tables.name(Tables.LEDGER_OPENINGS);
        var now = keys.subList(0, Math.min(KEYS_A_CALL, keys.size()));
        var answer = client.batchGetItem(batch -> batch.requestItems(Map.of(
                table,
                KeysAndAttributes.builder().keys(now).consistentRead(true).build())));
        for (var item : answer.responses().getOrDefault(table, List.of())) {
            var row = DynamoDbEntries.OPENINGS.mapToItem(item);
            if (RetentionClock.mayAnswer(clock.instant(), row.expiresAt(), row.acceptedAt(), searchRecord.get())) {
                found.put(row.entryId(), openings(row.byField()));
            }
        }
        var left = new ArrayList<>(keys.subList(now.size(), keys.size()));
        var unread = answer.unprocessedKeys().get(table);
        if (unread != null) {
            left.addAll(unread.keys());
        }
        return left;
    }

    private static Map<Field, Opening> openings(Map<String, Opening> byField) {
        var openings = new EnumMap<Field, Opening>(Field.class);
        for (var field : Field.values()) {
            var opening = byField.get(field.code());
            if (opening != null) {
                openings.put(field, opening);
            }
        }
        return openings;
    }
}
