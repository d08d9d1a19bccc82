package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Counts in eight shards a minute and name, so that a busy minute is no hot row. */
public final class DynamoDbCounters implements Counters {
    /** Long after the minute's entry was written, should that be late by days. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int VERSION = 1;
    private static final TableSchema<Counted> ROW = SchemaBuilder.row(
                    Tables.COUNTERS, "counter", VERSION, Counted.class)
            .keys(Counted::key)
            .with("count", Converters.text(Count.class, Count::name, Count::valueOf), Counted::count)
            .longValue("amount", Counted::amount)
            .build(values -> new Counted(
                    Tables.COUNTERS.key(values.string(Tables.COUNTERS.partition())),
                    values.get("count", Count.class),
                    values.longValue("amount")));

    private static final int MAX_KEYS_A_READ = 100;
    private static final int MAX_READS = 20;

    private final DynamoDbClient client;
    private final Tables tables;

    private record Counted(Key key, Count count, long amount) {}

    public DynamoDbCounters(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /** Raw: ADD, which the enhanced client has only for steps that are fixed in the schema. */
    @Override
    public void add(Count count, long amount, Instant at) {
        client.updateItem(update -> update.tableName(tables.name(Tables.COUNTERS))
                .key(Tables.COUNTERS.attributes(CounterRowKeys.count(count, at)))
                .updateExpression("ADD #amount :amount SET #v = :v, #count = :count, #ttl = :ttl")
                .expressionAttributeNames(
                        Map.of("#amount", "amount", "#v", "v", "#count", "count", "#ttl", Tables.TIME_TO_LIVE))
                .expressionAttributeValues(Map.of(
                        ":amount", number(amount),
                        ":v", number(VERSION),
                        ":count", AttributeValue.fromS(count.name()),
                        ":ttl", number(at.plus(KEPT).getEpochSecond()))));
    }

    @Override
    public Map<Count, Long> ofMinute(Instant minute) {
        var counted = new EnumMap<Count, Long>(Count.class);
        var keys = CounterRowKeys.ofMinute(minute).stream()
                .map(Tables.COUNTERS::attributes)
                .toList();
        for (var item : read(keys)) {
            var row = ROW.mapToItem(item);
            counted.merge(row.count(), row.amount(), Long::sum);
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
