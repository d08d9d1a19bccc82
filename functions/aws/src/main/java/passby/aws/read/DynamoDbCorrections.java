package passby.aws.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.CityKey;
import passby.core.read.Correction;
import passby.core.read.Corrections;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Corrections in the row of their read, so that they go, stay and are copied with it. Under the key of the corrected plate lies a row
 * that only names the read: it has the read's clocks, and no plate in it.
 */
public final class DynamoDbCorrections implements Corrections {
    /** The key of the read's own plate, in a row that is found under that of a corrected one. */
    static final String OF = "correctionOf";

    /** What is added to the row of a read. */
    private record Corrected(Key key, List<Correction> corrections) {}

    /** Where a read is found by its corrected plate. */
    private record Pointer(Read read, Correction correction) {
        ReadRef ref() {
            return ReadRef.of(read, correction);
        }
    }

    private static final TableSchema<Corrected> CORRECTED = SchemaBuilder.partOfRow(
                    Tables.READS, "read", Corrected.class)
            .keys(Corrected::key)
            .with(ReadSchema.CORRECTIONS, Converters.list(ReadSchema.correction()), Corrected::corrections)
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    private static final TableSchema<Pointer> POINTER = Expiry.add(
                    SchemaBuilder.row(Tables.READS, "correction", 1, Pointer.class),
                    pointer -> clocks(pointer.read()),
                    pointer -> pointer.read().expiresAt(),
                    pointer -> null,
                    pointer -> pointer.ref().readId())
            .keys(pointer -> ReadRowKeys.read(pointer.ref()))
            .string(OF, pointer -> pointer.read().plateKey().value())
            .with(
                    "class",
                    ReadSchema.retentionClass(),
                    pointer -> pointer.read().retentionClass())
            .build(values -> {
                throw new UnsupportedOperationException("read by its keys");
            });

    private final DynamoDbTable<Corrected> reads;
    private final DynamoDbTable<Pointer> pointers;
    private final DynamoDbChanges changes;
    private final DynamoDbPlates plates;

    public DynamoDbCorrections(
            DynamoDbClient client, Tables tables, DynamoDbChanges changes, Supplier<CityKey> cityKey) {
        this.reads = tables.mapped(client, Tables.READS, CORRECTED);
        this.pointers = tables.mapped(client, Tables.READS, POINTER);
        this.changes = changes;
        this.plates = new DynamoDbPlates(client, tables, cityKey);
    }

    private static Map<RowClock, Instant> clocks(Read read) {
        return Map.of(RowClock.of(read.retentionClass()), read.retentionBase());
    }

    /** The distinct plate is noted before, as that of a read is: without a row under its key it is dropped again. */
    @Override
    public Commit add(Read seen, Correction correction, Entry entry) {
        var all = Stream.concat(seen.corrections().stream(), Stream.of(correction))
                .toList();
        var change = new ArrayList<Write>();
        change.add(Writes.update(
                reads, new Corrected(ReadRowKeys.read(ReadRef.of(seen)), all), IgnoreNullsMode.DEFAULT, isAs(seen)));
        if (!seen.foundUnder().contains(correction.plateKey())) {
            plates.note(correction.plateKey(), correction.plate(), seen.expiresAt(), clocks(seen));
            change.add(Writes.putNew(pointers, new Pointer(seen, correction)));
        }
        return changes.commit(change, entry);
    }

    /** That it is there as it was seen; corrections are only ever added, so their number says enough. */
    private static Expression isAs(Read seen) {
        var count = seen.corrections().size();
        var same = count == 0 ? "attribute_not_exists(#corrections)" : "size(#corrections) = :count";
        var condition = Expression.builder()
                .expression("#expires = :expires AND attribute_not_exists(#mark) AND " + same)
                .putExpressionName("#expires", Expiry.EXPIRES_AT)
                .putExpressionName("#mark", Expiry.MARK)
                .putExpressionName("#corrections", ReadSchema.CORRECTIONS)
                .putExpressionValue(
                        ":expires", AttributeValue.fromS(seen.expiresAt().toString()));
        if (count > 0) {
            condition.putExpressionValue(":count", AttributeValue.fromN(Integer.toString(count)));
        }
        return condition.build();
    }
}
