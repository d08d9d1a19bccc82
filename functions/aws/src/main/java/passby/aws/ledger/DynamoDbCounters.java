package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** All counts of a minute in eight shards, so that a busy minute is no hot row. Each count is an attribute with its name. */
public final class DynamoDbCounters implements Counters {
    /** Long after the minute's entry was written, should that be late by days. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int VERSION = 2;

    private static final TableSchema<Counted> ROW = schema();

    private static final int MAX_KEYS_A_READ = 100;
    private static final int MAX_READS = 20;
    private static final int MINUTES_AN_HOUR = 60;

    /** Eighty rows: one request. */
    private static final int MINUTES_A_READ = 10;

    private final DynamoDbClient client;
    private final Tables tables;

    private record Counted(Key key, Map<Count, Long> amounts) {}

    public DynamoDbCounters(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /** A row of version 1 has one count, under its name in {@code count}. */
    private static TableSchema<Counted> schema() {
        var row = SchemaBuilder.row(Tables.COUNTERS, "counter", VERSION, Counted.class)
                .keys(Counted::key)
                .string("count", counted -> null)
                .longValue("amount", counted -> null);
        for (var count : Count.values()) {
            row.longValue(count.code(), counted -> counted.amounts().get(count));
        }
        return row.build(values ->
                new Counted(Tables.COUNTERS.key(values.string(Tables.COUNTERS.partition())), amounts(values)));
    }

    private static Map<Count, Long> amounts(Values values) {
        var amounts = new EnumMap<Count, Long>(Count.class);
        var only = values.find("count", String.class);
        if (only != null) {
            amounts.put(Count.valueOf(only), values.longValue("amount"));
        }
        for (var count : Count.values()) {
            var amount = values.find(count.code(), Long.class);
            if (amount != null) {
                amounts.put(count, amount);
            }
        }
        return amounts;
    }

    /** Raw: ADD, which the enhanced client has only for steps that are fixed in the schema. */
    @Override
    public void add(Map<Count, Long> amounts, Instant at) {
        var names = new HashMap<>(Map.of("#v", "v", "#ttl", Tables.TIME_TO_LIVE));
        var values = new HashMap<>(
                Map.of(":v", number(VERSION), ":ttl", number(at.plus(KEPT).getEpochSecond())));
        var steps = new ArrayList<String>();
        amounts.forEach((count, amount) -> {
            var place = steps.size();
            names.put("#c" + place, count.code());
            values.put(":c" + place, number(amount));
            steps.add("#c" + place + " :c" + place);
        });
        client.updateItem(update -> update.tableName(tables.name(Tables.COUNTERS))
                .key(Tables.COUNTERS.attributes(CounterRowKeys.counts(at)))
                .updateExpression("ADD " + String.join(", ", steps) + " SET #v = :v, #ttl = :ttl")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
    }

    @Override
    public Map<Count, Long> ofMinute(Instant minute) {
        return of(CounterRowKeys.ofMinute(minute));
    }

    /** In a few requests of many rows each; without rows of version 1, which no released code wrote. */
    @Override
    public Map<Count, Long> ofHour(Instant hour) {
        var counted = new EnumMap<Count, Long>(Count.class);
        for (var from = 0; from < MINUTES_AN_HOUR; from += MINUTES_A_READ) {
            var rows = IntStream.range(from, from + MINUTES_A_READ)
                    .mapToObj(minute -> hour.plus(Duration.ofMinutes(minute)))
                    .flatMap(minute -> CounterRowKeys.countedNow(minute).stream())
                    .toList();
            of(rows).forEach((count, amount) -> counted.merge(count, amount, Long::sum));
        }
        return counted;
    }

    private Map<Count, Long> of(List<Key> rows) {
        var counted = new EnumMap<Count, Long>(Count.class);
        var keys = rows.stream().map(Tables.COUNTERS::attributes).toList();
        for (var item : read(keys)) {
            ROW.mapToItem(item).amounts().forEach((count, amount) -> counted.merge(count, amount, Long::sum));
        }
        counted.values().removeIf(amount -> amount == 0);
        return counted;
    }

    /** What a batch leaves over comes with the next one. Raw: the enhanced client would ask for the rest without end. */
    private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
        var table = tables.name(Tables.COUNTERS);
        var found = new ArrayList<Map<String, AttributeValue>>();
        var left = keys;
        for (var reads = 0; !left.isEmpty(); reads++) {
            if (reads == MAX_READS) {
                throw new IllegalStateException("the counters of a minute could not be read: DynamoDB is busy");
            }
            var now = left.stream().limit(MAX_KEYS_A_READ).toList();
            var answer = client.batchGetItem(batch -> batch.requestItems(Map.of(
                    table,
                    KeysAndAttributes.builder().keys(now).consistentRead(true).build())));
            found.addAll(answer.responses().getOrDefault(table, List.of()));
            var unread = answer.unprocessedKeys().get(table);
            left = Stream.of(
                            unread == null ? List.<Map<String, AttributeValue>>of() : unread.keys(),
                            left.subList(now.size(), left.size()))
                    .flatMap(List::stream)
                    .toList();
        }
        return found;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
