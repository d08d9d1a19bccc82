package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** What every kind of row of Counters is written and read by. */
final class CounterRows {
    /** Long after the minute's entry was written, should that be late by days. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int MAX_KEYS_A_READ = 100;

    /** Answers in a row that may leave all of their keys over: DynamoDB is busy then, and this ends. */
    private static final int MAX_EMPTY_READS = 20;

    private final DynamoDbClient client;
    private final Tables tables;

    CounterRows(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /**
     * Adds to attributes of a row in one step, and dates it anew. Raw: ADD, which the enhanced client has only for steps that are fixed
     * in the schema.
     *
     * @param amounts by the attribute's name, at least one
     */
    void add(Key row, int version, Map<String, Long> amounts, Instant at) {
        var names = new HashMap<>(Map.of("#v", "v", "#ttl", Tables.TIME_TO_LIVE));
        var values = new HashMap<>(
                Map.of(":v", number(version), ":ttl", number(at.plus(KEPT).getEpochSecond())));
        var steps = new ArrayList<String>();
        amounts.forEach((name, amount) -> {
            var place = steps.size();
            names.put("#c" + place, name);
            values.put(":c" + place, number(amount));
            steps.add("#c" + place + " :c" + place);
        });
        client.updateItem(update -> update.tableName(tables.name(Tables.COUNTERS))
                .key(Tables.COUNTERS.attributes(row))
                .updateExpression("ADD " + String.join(", ", steps) + " SET #v = :v, #ttl = :ttl")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** What a batch leaves over comes with the next one. Raw: the enhanced client would ask for the rest without end. */
    List<Map<String, AttributeValue>> find(List<Map<String, AttributeValue>> keys) {
        var table = tables.name(Tables.COUNTERS);
        var found = new ArrayList<Map<String, AttributeValue>>();
        var left = keys;
        var empty = 0;
        while (!left.isEmpty()) {
            if (empty == MAX_EMPTY_READS) {
                throw new IllegalStateException("rows of Counters could not be read: DynamoDB is busy");
            }
            var now = left.stream().limit(MAX_KEYS_A_READ).toList();
            var answer = client.batchGetItem(batch -> batch.requestItems(Map.of(
                    table,
                    KeysAndAttributes.builder().keys(now).consistentRead(true).build())));
            found.addAll(answer.responses().getOrDefault(table, List.of()));
            var unread = answer.unprocessedKeys().get(table);
            var again = unread == null ? List.<Map<String, AttributeValue>>of() : unread.keys();
            empty = again.size() < now.size() ? 0 : empty + 1;
            left = Stream.of(again, left.subList(now.size(), left.size()))
                    .flatMap(List::stream)
                    .toList();
        }
        return found;
    }
}
