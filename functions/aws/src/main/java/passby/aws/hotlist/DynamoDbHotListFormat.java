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
                .text(Tables.BY_RECORD.partition(), HotListRowKeys.record(entry.source(), entry.recordId()))
                .whole("fromVersion", version);
        return Expiry.put(item, entry.expires(), HotListRowKeys.sort(entry.source(), entry.recordId(), version));
    }

    /** As a hit keeps it. */
    public static Item snapshot(HotListEntry entry) {
        return fields(Item.part(), entry);
    }

    private static Item fields(Item item, HotListEntry entry) {
        return item.text("source", entry.source())
                .text("recordId", entry.recordId())
                .text("plate", entry.plate().raw())
                .text("state", entry.state().word())
                .text("category", entry.category().word())
                .text("reason", entry.reason())
                .text("caseNumber", entry.caseNumber())
                .text("author", entry.author())
                .instant("effective", entry.effective())
                .instant("expires", entry.expires())
                .instant("createdAt", entry.createdAt())
                .optionalText("approvedBy", entry.approvedBy())
                .optionalInstant(WITHDRAWN_AT, entry.withdrawnAt());
    }

    /** @param item a row or a snapshot */
    public static HotListEntry read(StoredItem item) {
        return new HotListEntry(
                item.text("source"),
                item.text("recordId"),
                item.word("plate", Plate::new),
                item.word("state", word -> ListedState.parse(word).orElseThrow(IllegalArgumentException::new)),
                item.word("category", word -> Category.parse(word).orElseThrow(IllegalArgumentException::new)),
                item.text("reason"),
                item.text("caseNumber"),
                item.text("author"),
                item.instant("effective"),
                item.instant("expires"),
                item.instant("createdAt"),
                item.optionalText("approvedBy").orElse(null),
                item.optionalInstant(WITHDRAWN_AT).orElse(null));
    }
}
