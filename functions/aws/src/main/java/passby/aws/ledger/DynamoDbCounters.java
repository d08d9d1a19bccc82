package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All counts of a minute in eight shards, so that a busy minute is no hot row. Each count is an attribute with its name. */
public final class DynamoDbCounters implements Counters {
    private static final int VERSION = 2;

    private static final TableSchema<Counted> ROW = schema();

    private static final int MINUTES_AN_HOUR = 60;

    /** Eighty rows: one request. */
    private static final int MINUTES_A_READ = 10;

    private final CounterRows counters;

    private record Counted(Key key, Map<Count, Long> amounts) {}

    public DynamoDbCounters(DynamoDbClient client, Tables tables) {
        this.counters = new CounterRows(client, tables);
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

    @Override
    public void add(Map<Count, Long> amounts, Instant at) {
        var byCode = new TreeMap<String, Long>();
        amounts.forEach((count, amount) -> byCode.put(count.code(), amount));
        counters.add(CounterRowKeys.counts(at), VERSION, byCode, at);
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
        for (var item : counters.find(keys)) {
            ROW.mapToItem(item).amounts().forEach((count, amount) -> counted.merge(count, amount, Long::sum));
        }
        counted.values().removeIf(amount -> amount == 0);
        return counted;
    }
}
