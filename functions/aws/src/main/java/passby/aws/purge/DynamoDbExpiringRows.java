package passby.aws.purge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.Tables;
import passby.core.purge.Doomed;
import passby.core.purge.DueRow;
import passby.core.purge.ExpiringRows;
import passby.core.purge.Marking;
import passby.core.purge.RowKind;
import passby.core.retention.Cohort;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Rows with dates of every table, by the attributes that {@link Expiry} gives them all. Marking is one conditional update that
 * answers the row, so it is the strong read as well; frames and readings of passes are only read (decision 0380).
 */
public final class DynamoDbExpiringRows implements ExpiringRows {
    private final DynamoDbClient client;
    private final Tables tables;
    private final PlateRows plates;

    public DynamoDbExpiringRows(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
        this.plates = new PlateRows(client, tables);
    }

    @Override
    public List<DueRow> due(RowKind kind, int shard, Instant until, int limit) {
        var index = Tables.BY_EXPIRY;
        var query = QueryRequest.builder()
                .tableName(tables.name(RowTables.of(kind)))
                .indexName(index.name())
                .keyConditionExpression("#shard = :shard AND #position <= :until")
                .expressionAttributeNames(Map.of("#shard", index.partition(), "#position", index.sort()))
                .expressionAttributeValues(Map.of(
                        ":shard", AttributeValue.fromS(String.valueOf(shard)),
                        ":until", AttributeValue.fromS(KeyTimes.millis(until) + "#~")))
                .build();
        return new Pages(client)
                .query(query, limit).stream()
                        .map(row -> new DueRow(kind, RowTables.key(kind, row), Expiry.dateOf(position(row))))
                        .toList();
    }

    private static String position(Map<String, AttributeValue> row) {
        return string(row, Tables.BY_EXPIRY.sort()).orElseThrow();
    }

    @Override
    public Marking mark(DueRow row, Instant until) {
        return switch (row.kind()) {
            case PLATE -> plates.mark(row, until);
            case FRAME, PASS -> look(row, until);
            case READ, HIT, HOT_LIST_ENTRY, OPENING, SESSION, LIMIT, SUBSCRIPTION, CONDUCT -> markRow(row, until);
        };
    }

    /** Nobody holds a frame or what the frames of a pass read, and a look costs a fifth of a mark or less. */
    private Marking look(DueRow row, Instant until) {
        var item = client.getItem(get -> get.tableName(tables.name(RowTables.of(row.kind())))
                        .key(RowTables.attributes(row.kind(), row.key()))
                        .consistentRead(true))
                .item();
        var ttl = item.get(Tables.TIME_TO_LIVE);
        var due = wholeSeconds(until);
        return ttl != null && !item.containsKey(Expiry.HOLDS) && Long.parseLong(ttl.n()) <= Long.parseLong(due.n())
                ? new Marking.Marked(doomed(row, item))
                : new Marking.Passed();
    }

    private Marking markRow(DueRow row, Instant until) {
        var table = RowTables.of(row.kind());
        try {
            var marked = client.updateItem(update -> update.tableName(tables.name(table))
                    .key(RowTables.attributes(row.kind(), row.key()))
                    .updateExpression("SET #mark = :now")
                    .conditionExpression(
                            "attribute_exists(#partition) AND attribute_not_exists(#holds) AND #ttl <= :ttl")
                    .expressionAttributeNames(Map.of(
                            "#mark", Expiry.MARK,
                            "#partition", table.partition(),
                            "#holds", Expiry.HOLDS,
                            "#ttl", Tables.TIME_TO_LIVE))
                    .expressionAttributeValues(
                            Map.of(":now", AttributeValue.fromS(until.toString()), ":ttl", wholeSeconds(until)))
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Marking.Marked(doomed(row, marked.attributes()));
        } catch (ConditionalCheckFailedException e) {
            return picturesDue(row, e.item(), until);
        }
    }

    /** The time to live has no fraction of a second: one second later is never early. */
    private static AttributeValue wholeSeconds(Instant until) {
        return Expiry.timeToLive(until.minus(Duration.ofSeconds(1)));
    }

    private static Doomed doomed(DueRow row, Map<String, AttributeValue> item) {
        var dated = new DueRow(
                row.kind(), row.key(), instant(item, Expiry.EXPIRES_AT).orElse(row.dueAt()));
        var cohort = string(item, "cohort").map(Cohort::parse).orElse(null);
        return new Doomed(dated, cohort, string(item, "leaf").orElse(null), pictures(row.kind(), item));
    }

    private static Marking picturesDue(DueRow row, @Nullable Map<String, AttributeValue> item, Instant until) {
        if (item == null || item.isEmpty() || item.containsKey(Expiry.HOLDS)) {
            return new Marking.Passed();
        }
        var rowDueAt = instant(item, Expiry.EXPIRES_AT);
        return instant(item, Expiry.PICTURES_EXPIRE_AT)
                .filter(at -> !at.isAfter(until))
                .<Marking>flatMap(at ->
                        rowDueAt.map(due -> new Marking.PicturesDue(row, pictures(row.kind(), item), due)))
                .orElseGet(Marking.Passed::new);
    }

    /** Pictures belong to reads; a hit shows those of its read. */
    private static List<String> pictures(RowKind kind, Map<String, AttributeValue> item) {
        var pictures = item.get("pictures");
        return kind != RowKind.READ || pictures == null
                ? List.of()
                : Stream.of("plate", "vehicle")
                        .flatMap(name -> Stream.ofNullable(pictures.m().get(name)))
                        .flatMap(crop -> Stream.ofNullable(crop.m().get("key")))
                        .map(AttributeValue::s)
                        .distinct()
                        .toList();
    }

    private static Optional<String> string(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
        return string(item, name).map(Instant::parse);
    }

    /**
     * Reads and frames: nobody unmarks the one or gives the other a later date, and none is stored again under the key of one that
     * is gone. A batch has no condition;
     * it costs what single deletions cost, in a twenty-fifth of the requests.
     */
    @Override
    public Set<DueRow> deleteTogether(List<DueRow> rows) {
        var deletions = rows.stream()
                .filter(row -> row.kind() == RowKind.READ || row.kind() == RowKind.FRAME)
                .collect(Collectors.toMap(this::deletion, row -> row));
        if (deletions.isEmpty()) {
            return Set.of();
        }
        var requests = deletions.keySet().stream()
                .collect(Collectors.groupingBy(
                        Deleting::table, Collectors.mapping(Deleting::request, Collectors.toList())));
        var left = client.batchWriteItem(batch -> batch.requestItems(requests)).unprocessedItems();
        left.forEach((table, refused) -> refused.forEach(request ->
                deletions.remove(new Deleting(table, request.deleteRequest().key()))));
        return Set.copyOf(deletions.values());
    }

    private record Deleting(String table, Map<String, AttributeValue> key) {
        WriteRequest request() {
            return WriteRequest.builder()
                    .deleteRequest(delete -> delete.key(key))
                    .build();
        }
    }

    private Deleting deletion(DueRow row) {
        return new Deleting(tables.name(RowTables.of(row.kind())), RowTables.attributes(row.kind(), row.key()));
    }

    @Override
    public Deletion delete(DueRow row) {
        var table = RowTables.of(row.kind());
        var names = new HashMap<>(Map.of("#partition", table.partition()));
        var values = new HashMap<String, AttributeValue>();
        String stillDue;
        if (row.kind() == RowKind.FRAME || row.kind() == RowKind.PASS) {
            stillDue = "#ttl <= :ttl";
            names.put("#ttl", Tables.TIME_TO_LIVE);
            values.put(":ttl", Expiry.timeToLive(row.dueAt()));
        } else {
            stillDue = "attribute_exists(#mark)";
            names.put("#mark", Expiry.MARK);
        }
        try {
            client.deleteItem(delete -> delete.tableName(tables.name(table))
                    .key(RowTables.attributes(row.kind(), row.key()))
                    .conditionExpression(stillDue + " OR attribute_not_exists(#partition)")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values.isEmpty() ? null : values));
            return Deletion.GONE;
        } catch (ConditionalCheckFailedException e) {
            return Deletion.REVIVED;
        }
    }

    @Override
    public boolean postpone(DueRow row, Instant to) {
        var table = RowTables.of(row.kind());
        try {
            client.updateItem(update -> update.tableName(tables.name(table))
                    .key(RowTables.attributes(row.kind(), row.key()))
                    .updateExpression("SET #position = :position REMOVE #pictures")
                    .conditionExpression("attribute_exists(#partition) AND attribute_not_exists(#holds)")
                    .expressionAttributeNames(Map.of(
                            "#position",
                            Tables.BY_EXPIRY.sort(),
                            "#pictures",
                            Expiry.PICTURES_EXPIRE_AT,
                            "#partition",
                            table.partition(),
                            "#holds",
                            Expiry.HOLDS))
                    .expressionAttributeValues(Map.of(
                            ":position",
                            AttributeValue.fromS(Expiry.position(to, RowTables.id(row.kind(), row.key()))))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
