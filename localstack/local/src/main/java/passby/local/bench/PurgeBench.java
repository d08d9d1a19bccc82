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
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Tables;
import passby.core.plate.Plate;
import passby.core.retention.NonHitRetention;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.DataFolder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@code scripts/bench purge [ROWS [DUE]]}: with ROWS reads stored and DUE of them due in one minute, how long the purge takes,
 * beside the raw rate of the same strong read and conditional delete at the same concurrency, before it and after it. The city's
 * own clocks stand still meanwhile, or its own purge would take a part of the rows. Rows have no pictures: S3 is not measured.
 */
public final class PurgeBench {
    private static final int AT_ONCE = 32;

    private final Clock clock = Clock.systemUTC();
    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    private final Tables tables = new Tables(City.TABLES);
    private final DynamoDbClient client;
    private final City city;
    private final BenchReads reads;

    private PurgeBench(City city) {
        this.city = city;
        this.client = city.engines().clients().dynamoDb();
        this.reads = new BenchReads(client, tables, pool, clock);
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
        return City.Plan.quiet(
                folder,
                NonHitRetention.DAYS_30,
                engines -> new CannedRecognizer(new Plate("PSB1234"), "CA"),
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
        city.stopClocks();
        reads.fill(rows - 2 * due, i -> later.plusSeconds(i % 600_000));
        var before = raw(due, now);
        reads.store(due, i -> now.minusMillis(i % 60_000L));
        var purged = purge(due);
        var raw = Math.max(before, raw(due, now));
        System.out.printf("purge: %.0f %% of the raw rate%n", 100 * purged / raw);
    }

    private double raw(int due, Instant now) throws Exception {
        var keys = reads.store(due, i -> now.plus(Duration.ofDays(1)));
        var began = System.nanoTime();
        var tasks = new ArrayList<Callable<Void>>();
        keys.forEach(key -> tasks.add(() -> {
            var row = client.getItem(
                    get -> get.tableName(tables.name(Tables.READS)).key(key).consistentRead(true));
            client.deleteItem(delete -> delete.tableName(tables.name(Tables.READS))
                    .key(key)
                    .conditionExpression("#expires = :expires")
                    .expressionAttributeNames(Map.of("#expires", Expiry.EXPIRES_AT))
                    .expressionAttributeValues(
                            Map.of(":expires", Objects.requireNonNull(row.item().get(Expiry.EXPIRES_AT)))));
            return null;
        }));
        for (var future : pool.invokeAll(tasks)) {
            future.get();
        }
        return tell("raw: a strong read and a conditional delete", due, began);
    }

    private double purge(int due) {
        var began = System.nanoTime();
        var run = city.wiring()
                .retention()
                .purgeDue(pool)
                .handle("bench", clock.instant().plus(Duration.ofMinutes(10)));
        var rate = tell("purge", Math.toIntExact(run.rows()), began);
        System.out.printf(
                "purge: %,d of %,d due rows, the last one %.1f s after its date, %d refused%n",
                run.rows(), due, run.latest().toMillis() / 1e3, run.failed());
        return rate;
    }

    /** @return rows a second */
    private static double tell(String what, int rows, long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s: %,d rows in %.1f s, %,.0f a second%n", what, rows, seconds, rows / seconds);
        return rows / seconds;
    }
}
