package passby.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.aws.redate.DynamoDbDatedRows;
import passby.core.id.Base32;
import passby.core.plate.Plate;
import passby.core.purge.RowKind;
import passby.core.redate.DatedRows;
import passby.core.retention.Clocks;
import passby.core.retention.Cohort;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.DataFolder;
import passby.local.engine.Storage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * {@code scripts/bench purge [ROWS [DUE]]}: with ROWS reads stored and DUE of them due in one minute, how long the purge takes,
 * beside the raw rate of the same strong read and conditional delete at the same concurrency; then how long it takes to date
 * every row that is left anew. Rows have no pictures: S3 is not measured.
 */
public final class PurgeBench {
    private static final int AT_ONCE = 32;
    private static final int ROWS_A_WRITE = 25;
    private static final String FILL = "x".repeat(700);

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    private final Tables tables = new Tables(City.TABLES);
    private final DynamoDbClient client;
    private final City city;

    private PurgeBench(City city) {
        this.city = city;
        this.client = city.engines().clients().dynamoDb();
    }

    public static void main(String[] arguments) throws Exception {
        var rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
        var due = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        var random = new SecureRandom();
        try (var folder = DataFolder.open(null);
                var _ = CityLog.toFile(folder.path().resolve("city.log"));
                var city = City.start(plan(folder.path()), Clock.systemUTC(), count -> bytes(random, count))) {
            new PurgeBench(city).run(rows, due);
        }
        Runtime.getRuntime().halt(0);
    }

    private static City.Plan plan(Path folder) throws IOException {
        return new City.Plan(
                new Storage.InMemory(),
                folder,
                0,
                NonHitRetention.DAYS_30,
                engines -> new CannedRecognizer(new Plate("PSB1234"), "CA"),
                (frame, processed) -> {},
                published -> {},
                message -> {},
                List.of());
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void run(int rows, int due) throws Exception {
        var now = clock.instant();
        var later = now.plus(Duration.ofDays(20));
        System.out.printf("storing %,d reads%n", rows);
        store(rows - 2 * due, i -> later.plusSeconds(i % 600_000));
        raw(due, now);
        store(due, i -> now.minusMillis(i % 60_000L));
        purge(due);
        redate(rows - 2 * due);
    }

    /** @return full keys of the stored rows */
    private List<Map<String, AttributeValue>> store(int count, IntFunction<Instant> expiresAt) throws Exception {
        var keys = new ArrayList<Map<String, AttributeValue>>();
        var batches = new ArrayList<Callable<Void>>();
        for (var from = 0; from < count; from += ROWS_A_WRITE) {
            var items = IntStream.range(from, Math.min(count, from + ROWS_A_WRITE))
                    .mapToObj(i -> row(i, expiresAt.apply(i)))
                    .toList();
            items.forEach(item -> keys.add(Map.of(
                    Tables.READS.partition(), value(item, Tables.READS.partition()),
                    Tables.READS.sortKey().orElseThrow(),
                            value(item, Tables.READS.sortKey().orElseThrow()))));
            batches.add(() -> write(items));
        }
        for (var future : pool.invokeAll(batches)) {
            future.get();
        }
        return keys;
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS(""));
    }

    private Void write(List<Map<String, AttributeValue>> items) {
        var puts = items.stream()
                .map(item -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item).build())
                        .build())
                .toList();
        client.batchWriteItem(write -> write.requestItems(Map.of(tables.name(Tables.READS), puts)));
        return null;
    }

    /** As large as a read, with all that the purge and the re-dating look at. */
    private Map<String, AttributeValue> row(int number, Instant expiresAt) {
        var readId = "01JQ" + Base32.encode(bytes(random, 14)) + "-1";
        var base = expiresAt.minus(Duration.ofDays(30));
        var captured = base.minusMillis(number % 1000);
        return Map.ofEntries(
                Map.entry("v", AttributeValue.fromN("1")),
                Map.entry("plateKey", AttributeValue.fromS("k1." + Base32.encode(bytes(random, 16)))),
                Map.entry(
                        Tables.READS.sortKey().orElseThrow(),
                        AttributeValue.fromS(KeyTimes.millis(captured) + "#" + readId)),
                Map.entry(
                        "cohort",
                        AttributeValue.fromS(Cohort.of(clock.instant(), RetentionClass.NON_HIT)
                                .code())),
                Map.entry(
                        Expiry.BASES,
                        AttributeValue.fromM(Map.of(RowClock.NON_HIT.code(), AttributeValue.fromS(base.toString())))),
                Map.entry(Expiry.EXPIRES_AT, AttributeValue.fromS(expiresAt.toString())),
                Map.entry(Tables.BY_EXPIRY.partition(), AttributeValue.fromS(Expiry.shard(readId))),
                Map.entry(Tables.BY_EXPIRY.sort(), AttributeValue.fromS(Expiry.position(expiresAt, readId))),
                Map.entry(Tables.TIME_TO_LIVE, Expiry.timeToLive(expiresAt)),
                Map.entry("fill", AttributeValue.fromS(FILL)));
    }

    private void raw(int due, Instant now) throws Exception {
        var keys = store(due, i -> now.plus(Duration.ofDays(1)));
        var began = System.nanoTime();
        var tasks = new ArrayList<Callable<Void>>();
        keys.forEach(key -> tasks.add(() -> {
            var row = client.getItem(
                    get -> get.tableName(tables.name(Tables.READS)).key(key).consistentRead(true));
            client.deleteItem(delete -> delete.tableName(tables.name(Tables.READS))
                    .key(key)
                    .conditionExpression("#expires = :expires")
                    .expressionAttributeNames(Map.of("#expires", Expiry.EXPIRES_AT))
                    .expressionAttributeValues(Map.of(":expires", value(row.item(), Expiry.EXPIRES_AT))));
            return null;
        }));
        for (var future : pool.invokeAll(tasks)) {
            future.get();
        }
        tell("raw: a strong read and a conditional delete", due, began);
    }

    private void purge(int due) {
        var began = System.nanoTime();
        var run = city.wiring()
                .retention()
                .purgeDue(pool)
                .handle("bench", clock.instant().plus(Duration.ofMinutes(10)));
        tell("purge", Math.toIntExact(run.rows()), began);
        System.out.printf(
                "purge: %,d of %,d due rows, the last one %.1f s after its date, %d refused%n",
                run.rows(), due, run.latest().toMillis() / 1e3, run.failed());
    }

    /** The job as it runs, but under clocks of our own: a policy takes a minute and a half to settle. */
    private void redate(int rows) throws Exception {
        var store = new DynamoDbDatedRows(client, tables);
        var clocks = city.wiring().policy().current().clocks();
        var shorter = new Clocks(
                Duration.ofDays(14),
                clocks.hit(),
                Duration.ofDays(14),
                clocks.hitPictures(),
                clocks.searchRecord(),
                clocks.listEntry());
        var began = System.nanoTime();
        var segments = new ArrayList<Callable<Integer>>();
        for (var segment = 0; segment < DatedRows.SEGMENTS; segment++) {
            var number = segment;
            segments.add(() -> redate(store, number, shorter));
        }
        var changed = 0;
        for (var future : pool.invokeAll(segments)) {
            changed += future.get();
        }
        tell("re-date", changed, began);
        System.out.printf(
                "re-date: of %,d rows; a million would take %.1f minutes%n",
                rows, (System.nanoTime() - began) / 1e9 / changed * 1e6 / 60);
    }

    private int redate(DatedRows store, int segment, Clocks shorter) {
        var changed = 0;
        for (var page = store.page(RowKind.READ, segment, null);
                ;
                page = store.page(RowKind.READ, segment, page.next())) {
            var floor = clock.instant().plus(Clocks.SHORTEST_LIFE);
            var changes = page.rows().stream()
                    .map(row -> new DatedRows.Change(row, row.under(shorter, floor)))
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
            changed += store.change(changes);
            if (page.next() == null) {
                return changed;
            }
        }
    }

    private static void tell(String what, int rows, long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s: %,d rows in %.1f s, %,.0f a second%n", what, rows, seconds, rows / seconds);
    }
}
