package passby.aws.ledger;

import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * A row of LedgerIndex.
 *
 * @param position of an entry in the log
 * @param expiresAt seconds since 1970, null for a row that stays
 */
record IndexRow(Key key, long position, @Nullable Long expiresAt) {
    static final TableSchema<IndexRow> SCHEMA = SchemaBuilder.row(
                    Tables.LEDGER_INDEX, "indexed entry", 1, IndexRow.class)
            .keys(IndexRow::key)
            .longValue("position", IndexRow::position)
            .longValue(Tables.TIME_TO_LIVE, IndexRow::expiresAt)
            .build(values -> new IndexRow(
                    Tables.LEDGER_INDEX.key(values.string("key"), values.string("place")),
                    values.longValue("position"),
                    null));
}
