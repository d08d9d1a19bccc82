package passby.aws.hotlist;

import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.hotlist.Category;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ListedState;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;

/** A hot-list entry as it is stored, format version 1: a row of its own, and a part of every hit that it led to. */
public final class DynamoDbHotListFormat {
    static final int VERSION = 1;
    static final String WITHDRAWN_AT = "withdrawnAt";

    private DynamoDbHotListFormat() {}

    static Item row(PlateKey plateKey, HotListEntry entry) {
        var version = HotListRowKeys.CUSTOM_VERSION;
        var item = fields(Item.of(VERSION), entry)
                .keys(HotListRowKeys.entry(plateKey, entry.source(), entry.recordId(), version))
                .string(Tables.BY_RECORD.partition(), HotListRowKeys.record(entry.source(), entry.recordId()))
                .longValue("fromVersion", version);
        return Expiry.put(item, entry.expires(), HotListRowKeys.sort(entry.source(), entry.recordId(), version));
    }

    /** As a hit keeps it. */
    public static Item snapshot(HotListEntry entry) {
        return fields(Item.part(), entry);
    }

    private static Item fields(Item item, HotListEntry entry) {
        return item.string("source", entry.source())
                .string("recordId", entry.recordId())
                .string("plate", entry.plate().raw())
                .string("state", entry.state().code())
                .string("category", entry.category().code())
                .string("reason", entry.reason())
                .string("caseNumber", entry.caseNumber())
                .string("author", entry.author())
                .instant("effective", entry.effective())
                .instant("expires", entry.expires())
                .instant("createdAt", entry.createdAt())
                .optionalString("approvedBy", entry.approvedBy())
                .optionalInstant(WITHDRAWN_AT, entry.withdrawnAt());
    }

    /** @param item a row or a snapshot */
    public static HotListEntry read(StoredItem item) {
        return new HotListEntry(
                item.string("source"),
                item.string("recordId"),
                item.code("plate", Plate::new),
                item.code("state", word -> ListedState.parse(word).orElseThrow(IllegalArgumentException::new)),
                item.code("category", word -> Category.parse(word).orElseThrow(IllegalArgumentException::new)),
                item.string("reason"),
                item.string("caseNumber"),
                item.string("author"),
                item.instant("effective"),
                item.instant("expires"),
                item.instant("createdAt"),
                item.optionalString("approvedBy").orElse(null),
                item.optionalInstant(WITHDRAWN_AT).orElse(null));
    }
}
