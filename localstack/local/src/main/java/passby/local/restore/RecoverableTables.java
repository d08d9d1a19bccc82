package passby.local.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The rows of every table that point-in-time recovery is on for; the others are never in a copy, because it would outlive them. */
final class RecoverableTables {
    private final Map<Table, List<Map<String, AttributeValue>>> rows;

    private RecoverableTables(Map<Table, List<Map<String, AttributeValue>>> rows) {
        this.rows = rows;
    }

    /**
     * What came of a restore.
     *
     * @param written rows
     * @param kept rows that are there already: what happened since is newer than any copy
     * @param sealed entries that waited in the copy and are in the log by now: sealed once more, they would spoil it for good
     */
    record Restored(int written, int kept, int sealed) {}

    static RecoverableTables read(DynamoDbClient client, Tables tables) {
        var rows = new HashMap<Table, List<Map<String, AttributeValue>>>();
        for (var table : Tables.all()) {
            if (table.recoverable()) {
                var found = new ArrayList<Map<String, AttributeValue>>();
                client.scanPaginator(scan -> scan.tableName(tables.name(table)).consistentRead(true))
                        .items()
                        .forEach(found::add);
                rows.put(table, found);
            }
        }
        return new RecoverableTables(rows);
    }

    /** @param isSealed whether the log holds the entry of that id */
    Restored write(DynamoDbClient client, Tables tables, Predicate<String> isSealed) {
        var written = 0;
        var kept = 0;
        var sealed = 0;
        for (var table : rows.entrySet()) {
            for (var row : table.getValue()) {
                if (table.getKey().equals(Tables.LEDGER_PENDING)
                        && isSealed.test(
                                Objects.requireNonNull(row.get("entryId")).s())) {
                    sealed++;
                } else if (isWritten(client, tables.name(table.getKey()), table.getKey(), row)) {
                    written++;
                } else {
                    kept++;
                }
            }
        }
        return new Restored(written, kept, sealed);
    }

    /** Names and numbers of rows, for people. */
    String told() {
        return rows.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .map(table -> table.getKey().name() + " " + table.getValue().size())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean isWritten(DynamoDbClient client, String name, Table table, Map<String, AttributeValue> row) {
        try {
            client.putItem(put -> put.tableName(name)
                    .item(row)
                    .conditionExpression("attribute_not_exists(#key)")
                    .expressionAttributeNames(Map.of("#key", table.partition())));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
