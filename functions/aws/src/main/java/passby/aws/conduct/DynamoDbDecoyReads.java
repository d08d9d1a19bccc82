package passby.aws.conduct;

import java.time.Instant;
import java.util.List;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Parts;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.capture.Position;
import passby.core.conduct.DecoyRead;
import passby.core.conduct.DecoyReads;
import passby.core.conduct.MarkedPlates.Marked;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Decoys among the reads, in Conduct and in one partition of it, format version 1. A row holds no plate. */
public final class DynamoDbDecoyReads implements DecoyReads {
    private static final TableSchema<DecoyRead> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.CONDUCT, "decoyRead", 1, DecoyRead.class),
                    DecoyRead::until,
                    decoy -> ConductRowKeys.id(ConductRowKeys.decoyRead(decoy)))
            .keys(ConductRowKeys::decoyRead)
            .string("cameraId", DecoyRead::cameraId)
            .instant("seenAt", DecoyRead::seenAt)
            .with("position", Parts.position(), DecoyRead::position)
            .integer("heading", DecoyRead::heading)
            .build(values -> new DecoyRead(
                    values.string("part"),
                    values.string("cameraId"),
                    values.instant("seenAt"),
                    values.get("position", Position.class),
                    values.integer("heading"),
                    values.instant(Expiry.EXPIRES_AT)));

    private final DynamoDbTable<DecoyRead> decoys;
    private final DynamoDbTable<Marked> marked;
    private final DynamoDbChanges changes;

    public DynamoDbDecoyReads(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.decoys = tables.mapped(client, Tables.CONDUCT, ROW);
        this.marked = tables.mapped(client, Tables.CONDUCT, DynamoDbMarkedPlates.ROW);
        this.changes = changes;
    }

    @Override
    public List<DecoyRead> live(Instant now) {
        var partition = QueryConditional.keyEqualTo(key -> key.partitionValue(ConductRowKeys.DECOY_READS));
        return decoys.query(query -> query.queryConditional(partition).consistentRead(true)).items().stream()
                .filter(decoy -> now.isBefore(decoy.until()))
                .toList();
    }

    @Override
    public Commit place(DecoyRead decoy, Marked plate, Entry entry) {
        return changes.commit(List.of(Writes.putNew(decoys, decoy), Writes.put(marked, plate)), entry);
    }
}
