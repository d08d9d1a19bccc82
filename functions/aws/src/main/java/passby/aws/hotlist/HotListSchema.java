package passby.aws.hotlist;

import java.time.Instant;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.hotlist.Category;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ListedState;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A hot-list entry as it is stored, format version 1: a row of its own, and a part of every hit that it led to. */
public final class HotListSchema {
    static final String WITHDRAWN_AT = "withdrawnAt";

    /** As a hit keeps it, and without the keys of a row. */
    public static final TableSchema<HotListEntry> ENTRY = SchemaBuilder.part("hot-list entry", HotListEntry.class)
            .string("source", HotListEntry::source)
            .string("recordId", HotListEntry::recordId)
            .with("plate", Converters.plate(), HotListEntry::plate)
            .with(
                    "state",
                    Converters.code(ListedState.class, ListedState::code, ListedState::parse),
                    HotListEntry::state)
            .with("category", Converters.code(Category.class, Category::code, Category::parse), HotListEntry::category)
            .string("reason", HotListEntry::reason)
            .string("caseNumber", HotListEntry::caseNumber)
            .string("author", HotListEntry::author)
            .instant("effective", HotListEntry::effective)
            .instant("expires", HotListEntry::expires)
            .instant("createdAt", HotListEntry::createdAt)
            .string("approvedBy", HotListEntry::approvedBy)
            .instant(WITHDRAWN_AT, HotListEntry::withdrawnAt)
            .build(values -> new HotListEntry(
                    values.string("source"),
                    values.string("recordId"),
                    values.get("plate", Plate.class),
                    values.get("state", ListedState.class),
                    values.get("category", Category.class),
                    values.string("reason"),
                    values.string("caseNumber"),
                    values.string("author"),
                    values.instant("effective"),
                    values.instant("expires"),
                    values.instant("createdAt"),
                    values.find("approvedBy", String.class),
                    values.find(WITHDRAWN_AT, Instant.class)));

    static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.HOT_LIST, "hot-list entry", 1, Row.class),
                    row -> row.entry().expires(),
                    row -> HotListRowKeys.sort(row.entry().source(), row.entry().recordId(), row.fromVersion()))
            .keys(row -> HotListRowKeys.entry(
                    row.plateKey(), row.entry().source(), row.entry().recordId(), row.fromVersion()))
            .string(
                    Tables.BY_RECORD.partition(),
                    row -> HotListRowKeys.record(
                            row.entry().source(), row.entry().recordId()))
            .longValue("fromVersion", Row::fromVersion)
            .flat("entry", ENTRY, Row::entry)
            .build(values -> new Row(
                    values.parse("plateKey", PlateKey::new),
                    values.longValue("fromVersion"),
                    values.get("entry", HotListEntry.class)));

    /** What the index by record holds of a row: its keys. */
    static final TableSchema<Indexed> INDEXED = SchemaBuilder.partOfRow(
                    Tables.HOT_LIST, "hot-list entry", Indexed.class)
            .keys(Indexed::key)
            .string(Tables.BY_RECORD.partition(), Indexed::record)
            .build(values -> new Indexed(
                    Tables.HOT_LIST.key(values.string("plateKey"), values.string("sourceRecordIdVersion")),
                    values.string(Tables.BY_RECORD.partition())));

    /** What a withdrawal changes of a row. */
    static final TableSchema<Row> WITHDRAWAL = SchemaBuilder.partOfRow(Tables.HOT_LIST, "hot-list entry", Row.class)
            .keys(row -> HotListRowKeys.entry(
                    row.plateKey(), row.entry().source(), row.entry().recordId(), row.fromVersion()))
            .instant(WITHDRAWN_AT, row -> row.entry().withdrawnAt())
            .build(values -> {
                throw new IllegalStateException("a withdrawal is only written");
            });

    private HotListSchema() {}

    /** @param fromVersion of the import that it came with */
    record Row(PlateKey plateKey, long fromVersion, HotListEntry entry) {}

    record Indexed(Key key, String record) {}
}
