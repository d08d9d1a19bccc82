package passby.aws.purge;

import java.util.Map;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.core.purge.RowKind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where rows of each kind lie, and how their full keys are written as one string: {@code <partition>\n<sort>}. */
public final class RowTables {
    private static final char SEPARATOR = '\n';

    private RowTables() {}

    public static Table of(RowKind kind) {
        return switch (kind) {
            case FRAME -> Tables.FRAMES;
            case READ -> Tables.READS;
            case HIT -> Tables.HITS;
            case PLATE -> Tables.PLATES;
            case HOT_LIST_ENTRY -> Tables.HOT_LIST;
            case OPENING -> Tables.LEDGER_OPENINGS;
            case SESSION -> Tables.PEOPLE;
            case LIMIT -> Tables.LIMITS;
            case SUBSCRIPTION -> Tables.SUBSCRIPTIONS;
            case CONDUCT -> Tables.CONDUCT;
            case PASS -> Tables.PASSES;
        };
    }

    public static String key(RowKind kind, Map<String, AttributeValue> row) {
        var table = of(kind);
        var partition = string(row, table.partition());
        return table.sortKey()
                .map(sort -> partition + SEPARATOR + string(row, sort))
                .orElse(partition);
    }

    private static String string(Map<String, AttributeValue> row, String attribute) {
        var value = row.get(attribute);
        if (value == null) {
            throw new IllegalArgumentException("a row without its key");
        }
        return value.s();
    }

    public static Map<String, AttributeValue> attributes(RowKind kind, String key) {
        var at = key.indexOf(SEPARATOR);
        var table = of(kind);
        return table.attributes(at < 0 ? table.key(key) : table.key(key.substring(0, at), key.substring(at + 1)));
    }

    /** The id by which the row stands in the index of dates. */
    public static String id(RowKind kind, String key) {
        var at = key.indexOf(SEPARATOR);
        var partition = at < 0 ? key : key.substring(0, at);
        var sort = at < 0 ? "" : key.substring(at + 1);
        return switch (kind) {
            case FRAME, OPENING, LIMIT, PASS -> partition;
            case READ -> sort.substring(sort.indexOf('#') + 1);
            case PLATE, HOT_LIST_ENTRY -> sort;
            case HIT, SESSION, SUBSCRIPTION, CONDUCT -> partition + "#" + sort;
        };
    }
}
