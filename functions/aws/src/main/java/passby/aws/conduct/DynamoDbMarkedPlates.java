package passby.aws.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.conduct.MarkedPlates;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Decoys and officers' own plates in Conduct, as keys alone, format version 1. */
public final class DynamoDbMarkedPlates implements MarkedPlates {
    static final TableSchema<Marked> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.CONDUCT, "markedPlate", 1, Marked.class),
                    Marked::until,
                    marked -> ConductRowKeys.id(ConductRowKeys.marked(marked)))
            .keys(ConductRowKeys::marked)
            .string("person", Marked::person)
            .build(values -> new Marked(
                    values.string("person"), values.parse("part", PlateKey::new), values.instant(Expiry.EXPIRES_AT)));

    private final DynamoDbTable<Marked> marked;
    private final DynamoDbChanges changes;

    public DynamoDbMarkedPlates(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.marked = tables.mapped(client, Tables.CONDUCT, ROW);
        this.changes = changes;
    }

    @Override
    public Set<PlateKey> of(String person, Instant now) {
        var partition = QueryConditional.keyEqualTo(key -> key.partitionValue(ConductRowKeys.marked(person)));
        return marked.query(query -> query.queryConditional(partition).consistentRead(true)).items().stream()
                .filter(one -> now.isBefore(one.until()))
                .map(Marked::plate)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Commit mark(Marked plate, Entry entry) {
        return changes.commit(List.of(Writes.put(marked, plate)), entry);
    }
}
