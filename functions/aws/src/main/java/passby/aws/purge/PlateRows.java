package passby.aws.purge;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.Tables;
import passby.core.purge.Doomed;
import passby.core.purge.DueRow;
import passby.core.purge.Marking;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Distinct plates. One goes when a strong query finds none of its reads alive and nobody has read it since: its revision is
 * the one that was seen before the query.
 */
final class PlateRows {
    private static final String REVISION = "rev";

    private final DynamoDbClient client;
    private final Tables tables;

    PlateRows(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    Marking mark(DueRow row, Instant until) {
        var key = RowTables.attributes(row.kind(), row.key());
        var answer = client.getItem(
                get -> get.tableName(tables.name(Tables.PLATES)).key(key).consistentRead(true));
        if (!answer.hasItem()) {
            return new Marking.Passed();
        }
        if (position(answer.item()).filter(at -> at.isAfter(until)).isPresent()) {
            return new Marking.Passed();
        }
        var revision = answer.item().getOrDefault(REVISION, AttributeValue.fromN("0"));
        var plateKey = RowTables.id(row.kind(), row.key());
        var alive = lastAlive(plateKey, until);
        var change = alive.isPresent()
                ? Map.of(
                        ":position", AttributeValue.fromS(Expiry.position(alive.get(), plateKey)),
                        ":expires", AttributeValue.fromS(alive.get().toString()),
                        ":ttl", Expiry.timeToLive(alive.get()))
                : Map.of(":mark", AttributeValue.fromS(until.toString()));
        var changed = update(key, revision, change);
        if (!changed) {
            return new Marking.Passed();
        }
        return alive.isPresent() ? new Marking.Moved() : new Marking.Marked(new Doomed(row, null, null, List.of()));
    }

    /** The index shows a place for a moment after the row has left it. */
    private static Optional<Instant> position(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(Tables.BY_EXPIRY.sort())).map(position -> Expiry.dateOf(position.s()));
    }

    private boolean update(
            Map<String, AttributeValue> key, AttributeValue revision, Map<String, AttributeValue> change) {
        var values = new HashMap<>(change);
        values.put(":rev", revision);
        var names = new HashMap<>(Map.of("#rev", REVISION));
        var marks = change.containsKey(":mark");
        if (marks) {
            names.put("#mark", Expiry.MARK);
        } else {
            names.put("#position", Tables.BY_EXPIRY.sort());
            names.put("#expires", Expiry.EXPIRES_AT);
            names.put("#ttl", Tables.TIME_TO_LIVE);
        }
        try {
            client.updateItem(update -> update.tableName(tables.name(Tables.PLATES))
                    .key(key)
                    .updateExpression(
                            marks ? "SET #mark = :mark" : "SET #position = :position, #expires = :expires, #ttl = :ttl")
                    .conditionExpression("#rev = :rev")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** The latest date of a read that outlives this run; a read that is due itself does not keep its plate. */
    private Optional<Instant> lastAlive(String plateKey, Instant until) {
        var query = QueryRequest.builder()
                .tableName(tables.name(Tables.READS))
                .keyConditionExpression("#plateKey = :plateKey")
                .filterExpression("attribute_not_exists(#mark)")
                .projectionExpression("#expires")
                .expressionAttributeNames(Map.of(
                        "#plateKey", Tables.READS.partition(), "#mark", Expiry.MARK, "#expires", Expiry.EXPIRES_AT))
                .expressionAttributeValues(Map.of(":plateKey", AttributeValue.fromS(plateKey)))
                .consistentRead(true)
                .build();
        return new Pages(client)
                .query(query).stream()
                        .flatMap(row -> Optional.ofNullable(row.get(Expiry.EXPIRES_AT)).stream())
                        .map(expires -> Instant.parse(expires.s()))
                        .filter(expires -> expires.isAfter(until))
                        .max(Instant::compareTo);
    }
}
