package passby.aws.hotlist;

import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.hotlist.HotListEntry;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of HotList: the plate's key, then {@code <source>#<record>#<version>}. The record's number is the source's own. */
final class HotListRowKeys {
    /** Custom entries belong to no import and have one version; the digits keep those of imports in order. */
    static final long CUSTOM_VERSION = 0;

    private HotListRowKeys() {}

    static Key entry(String partition, String source, String recordId, long fromVersion) {
        return Tables.HOT_LIST.key(partition, sort(source, recordId, fromVersion));
    }

    /** The partition of entries without a whole plate. */
    static String open(String source) {
        return "open#" + source;
    }

    /** The sort key of index {@code byList}. */
    static String created(HotListEntry entry) {
        return KeyTimes.millis(entry.createdAt()) + "#" + entry.recordId();
    }

    /** The key of index {@code byRecord}. */
    static String record(String source, String recordId) {
        return source + "#" + recordId;
    }

    static String sort(String source, String recordId, long fromVersion) {
        return "%s#%010d".formatted(record(source, recordId), fromVersion);
    }
}
