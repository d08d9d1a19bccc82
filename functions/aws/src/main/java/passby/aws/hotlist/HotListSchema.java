package passby.aws.hotlist;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.core.hotlist.Category;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.Target;
import passby.core.hotlist.VehicleDescription;
import passby.core.id.CaseNumber;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * A hot-list entry as it is stored, format version 2: a row of its own, and a part of every hit that it led to.
 * Version 1 had no vehicle, no revision and no word on approval.
 */
public final class HotListSchema {
    private static final int VERSION = 2;

    static final String WITHDRAWN_AT = "withdrawnAt";
    static final String REVISION = "revision";
    static final String REVIEW_DUE = "reviewDue";
    static final String TO_VERSION = "toVersion";

    /** As a hit keeps it, and without the keys of a row. */
    public static final TableSchema<HotListEntry> ENTRY = SchemaBuilder.part("hot-list entry", HotListEntry.class)
            .string("source", HotListEntry::source)
            .string("recordId", HotListEntry::recordId)
            .string(
                    "plate",
                    entry -> entry.target().code().isEmpty()
                            ? null
                            : entry.target().code())
            .with(
                    "state",
                    Converters.code(ListedState.class, ListedState::code, ListedState::parse),
                    HotListEntry::state)
            .with("category", Converters.code(Category.class, Category::code, Category::parse), HotListEntry::category)
            .string("reason", HotListEntry::reason)
            .string("caseNumber", entry -> entry.caseNumber().value())
            .string("author", HotListEntry::author)
            .instant("effective", HotListEntry::effective)
            .instant("expires", HotListEntry::expires)
            .instant("createdAt", HotListEntry::createdAt)
            .bool("approvalFirst", HotListEntry::approvalFirst)
            .string("approvedBy", HotListEntry::approvedBy)
            .instant(WITHDRAWN_AT, HotListEntry::withdrawnAt)
            .instant(REVIEW_DUE, HotListEntry::reviewDue)
            .instant("askedAgainAt", HotListEntry::askedAgainAt)
            .integer(REVISION, HotListEntry::revision)
            .with("vehicle", vehicle(), entry -> entry.vehicle().isEmpty() ? null : entry.vehicle())
            .build(HotListSchema::entry);

    static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.HOT_LIST, "hot-list entry", VERSION, Row.class, row -> VERSION),
                    Row::bases,
                    Row::expiresAt,
                    row -> null,
                    row -> HotListRowKeys.sort(row.entry().source(), row.entry().recordId(), row.fromVersion()))
            .keys(Row::key)
            .string(
                    Tables.BY_RECORD.partition(),
                    row -> HotListRowKeys.record(
                            row.entry().source(), row.entry().recordId()))
            .string(Tables.BY_LIST.partition(), row -> row.entry().source())
            .string(Tables.BY_LIST.sort(), row -> HotListRowKeys.created(row.entry()))
            .longValue("fromVersion", Row::fromVersion)
            .longValue(TO_VERSION, Row::toVersion)
            .flat("entry", ENTRY, Row::entry)
            .build(values -> new Row(
                    values.string("plateKey"),
                    values.longValue("fromVersion"),
                    values.find(TO_VERSION, Long.class),
                    values.get("entry", HotListEntry.class)));

    /** What the index by record holds of a row: its keys. */
    static final TableSchema<Indexed> INDEXED = SchemaBuilder.partOfRow(
                    Tables.HOT_LIST, "hot-list entry", Indexed.class)
            .keys(Indexed::key)
            .string(Tables.BY_RECORD.partition(), Indexed::record)
            .build(values -> new Indexed(
                    Tables.HOT_LIST.key(values.string("plateKey"), values.string("sourceRecordIdVersion")),
                    values.string(Tables.BY_RECORD.partition())));

    private HotListSchema() {}

    /**
     * @param partition the plate's key, or that of entries without a whole plate
     * @param fromVersion of the import that it came with
     * @param toVersion from which it is invisible, or null while no import ended it
     */
    record Row(String partition, long fromVersion, @Nullable Long toVersion, HotListEntry entry) {
        Key key() {
            return HotListRowKeys.entry(partition, entry.source(), entry.recordId(), fromVersion);
        }

        /** Entries of lists go with their version. */
        Map<RowClock, Instant> bases() {
            return entry.isCustom() ? Map.of(RowClock.LIST_ENTRY, entry.createdAt()) : Map.of();
        }

        /** It outlives its entry until nobody can be noticed any more who enters the plate again. */
        Instant expiresAt() {
            var remembered = entry.createdAt().plus(HotListEntry.REENTRY);
            return entry.expires().isAfter(remembered) ? entry.expires() : remembered;
        }
    }

    record Indexed(Key key, String record) {}

    /** What rows of older days lack has the value that it had then. */
    private static HotListEntry entry(Values values) {
        var category = values.get("category", Category.class);
        var vehicle = values.find("vehicle", VehicleDescription.class);
        var approvalFirst = values.find("approvalFirst", Boolean.class);
        var revision = values.find(REVISION, Integer.class);
        return new HotListEntry(
                values.string("source"),
                values.string("recordId"),
                values.has("plate")
                        ? values.parse("plate", text -> Target.parse(text).orElseThrow(IllegalArgumentException::new))
                        : new Target.AnyPlate(),
                values.get("state", ListedState.class),
                vehicle == null ? VehicleDescription.NONE : vehicle,
                category,
                values.string("reason"),
                new CaseNumber(values.string("caseNumber")),
                values.string("author"),
                values.instant("effective"),
                values.instant("expires"),
                values.instant("createdAt"),
                approvalFirst == null ? category.approvedFirst() : approvalFirst,
                values.find("approvedBy", String.class),
                values.find(WITHDRAWN_AT, Instant.class),
                values.find(REVIEW_DUE, Instant.class),
                values.find("askedAgainAt", Instant.class),
                revision == null ? 1 : revision);
    }

    private static AttributeConverter<VehicleDescription> vehicle() {
        return Converters.part(SchemaBuilder.part("hot-list entry.vehicle", VehicleDescription.class)
                .string("year", VehicleDescription::year)
                .string("make", VehicleDescription::make)
                .string("model", VehicleDescription::model)
                .string("style", VehicleDescription::style)
                .string("colour", VehicleDescription::colour)
                .build(values -> new VehicleDescription(
                        values.string("year"),
                        values.string("make"),
                        values.string("model"),
                        values.string("style"),
                        values.string("colour"))));
    }
}
