package passby.aws.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passby.aws.dynamodb.BatchReads;
import passby.aws.dynamodb.Tables;
import passby.core.audit.Openings;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.retention.RetentionClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Openings of many entries at once, until the clock of search records that is in force is up. */
public final class DynamoDbOpenings implements Openings {
    private final BatchReads rows;
    private final Supplier<Duration> searchRecord;
    private final Clock clock;

    /** @param searchRecord how long an opening may be answered from when it was accepted, whatever its date says */
    public DynamoDbOpenings(DynamoDbClient client, Tables tables, Supplier<Duration> searchRecord, Clock clock) {
        this.searchRecord = searchRecord;
        this.clock = clock;
        this.rows = new BatchReads(client, tables);
    }

    @Override
    public Map<String, Map<Field, Opening>> find(List<String> entryIds) {
        var found = new HashMap<String, Map<Field, Opening>>();
        for (var item : rows.read(
                Tables.LEDGER_OPENINGS,
                entryIds.stream().map(LedgerRowKeys::openings).toList())) {
            var row = DynamoDbEntries.OPENINGS.mapToItem(item);
            if (RetentionClock.mayAnswer(clock.instant(), row.expiresAt(), row.acceptedAt(), searchRecord.get())) {
                found.put(row.entryId(), openings(row.byField()));
            }
        }
        return found;
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
