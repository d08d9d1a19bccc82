package passby.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.read.DynamoDbFrames;
import passby.aws.read.DynamoDbPlateIndex;
import passby.aws.read.DynamoDbReads;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import passby.core.plate.PlatePattern;
import passby.core.plate.VehicleColour;
import passby.core.retention.NonHitRetention;
import passby.core.search.CameraPages;
import passby.core.search.CameraQuery;
import passby.core.search.PartialPages;
import passby.core.search.PartialQuery;
import passby.core.search.SoughtVehicle;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.DataFolder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@code scripts/bench search [READS [PLATES]]}: how long the first page of each kind of search takes in DynamoDB Local, from the call of the
 * city's own code to its rows, one search after the other, and the read units that DynamoDB says it took; and the write units of storing a
 * read. The purpose gate, the ledger and the network are not measured.
 */
public final class SearchBench {
    private static final int AT_ONCE = 32;
    private static final int PAGE = 100;
    private static final int WARM = 30;
    private static final int STORED = 200;

    private final Clock clock = Clock.systemUTC();
    private final Random random = new Random(1);
    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    private final Tables tables = new Tables(City.TABLES);
    private final CapacityUnits units;
    private final City city;
    private final DynamoDbClient client;
    private final CityKey key;
    private final DynamoDbReads reads;

    private SearchBench(City city, CapacityUnits units) {
        this.city = city;
        this.units = units;
        this.client = city.engines().clients().dynamoDb();
        this.key = new CityKey(1, new byte[CityKey.BYTES]);
        this.reads = new DynamoDbReads(client, tables);
    }

    public static void main(String[] arguments) throws Exception {
        var rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
        var plates = arguments.length > 1 ? Integer.parseInt(arguments[1]) : rows / 5;
        var units = new CapacityUnits();
        var random = new SecureRandom();
        try (var folder = DataFolder.open(null);
                var _ = CityLog.toFile(folder.path().resolve("city.log"));
                var city = City.start(plan(folder.path(), units), Clock.systemUTC(), count -> bytes(random, count))) {
            new SearchBench(city, units).run(rows, plates);
        }
        Runtime.getRuntime().halt(0);
    }

    private static City.Plan plan(Path folder, CapacityUnits units) throws IOException {
        return City.Plan.quiet(
                folder,
                NonHitRetention.DAYS_30,
                engines -> new CannedRecognizer(new Plate("PSB1234"), "CA"),
                List.of(units));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void run(int rows, int plates) throws Exception {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var frames = new DynamoDbFrames(client, tables, new DynamoDbChanges(client, tables, clock), () -> key);
        var stored = new SearchedReads(client, tables, key, frames, pool, now);
        city.stopClocks();
        var began = System.nanoTime();
        stored.fill(rows, rows, plates);
        System.out.printf(
                "stored %,d reads of %,d plates by %d cameras in %.0f s%n",
                rows, plates, SearchedReads.CAMERAS, (System.nanoTime() - began) / 1e9);
        exact(now, plates);
        wildcard(now, plates);
        cameraAndHour(stored, rows);
        writes(stored, rows, plates);
    }

    private void exact(Instant now, int plates) {
        measure("exact plate, 30 days", 500, number -> {
            var plate = SearchedReads.plate(random.nextInt(plates));
            return reads.byPlate(key.plateKey(plate), now.minus(Duration.ofDays(30)), now, null, PAGE)
                    .reads()
                    .size();
        });
    }

    /** Two characters side by side, at any place of the plate; all others open. */
    private void wildcard(Instant now, int plates) {
        var index = new DynamoDbPlateIndex(client, tables, () -> key, pool);
        var pages = new PartialPages(reads, pool);
        var policy = city.wiring().policy().current();
        measure("two fixed characters of seven, 30 days", 100, number -> {
            var raw = SearchedReads.plate(random.nextInt(plates)).raw();
            var at = random.nextInt(raw.length() - 1);
            var pattern = PlatePattern.parse(
                            "?".repeat(at) + raw.substring(at, at + 2) + "?".repeat(raw.length() - at - 2))
                    .orElseThrow();
            var query = new PartialQuery(pattern, null, now.minus(Duration.ofDays(30)), now);
            return index.find(pattern)
                    .map(keys -> pages.page(policy, query, keys, null, PAGE, now)
                            .rows()
                            .size())
                    .orElseThrow();
        });
    }

    private void cameraAndHour(SearchedReads stored, int rows) {
        cameraAndHour("one camera, one hour", null, stored, rows);
        var red = new SoughtVehicle(Set.of(VehicleColour.Name.RED), null);
        cameraAndHour("one camera, one hour, a vehicle of one colour in three", red, stored, rows);
    }

    private void cameraAndHour(String what, @Nullable SoughtVehicle vehicle, SearchedReads stored, int rows) {
        var pages = new CameraPages(reads, pool);
        var policy = city.wiring().policy().current();
        measure(what, 200, number -> {
            var from = stored.moment(random.nextInt(rows / 10 * 9), rows);
            var query = new CameraQuery(
                    List.of(SearchedReads.camera(random.nextInt(SearchedReads.CAMERAS))),
                    from,
                    from.plus(Duration.ofHours(1)),
                    vehicle);
            return pages.page(policy, query, null, PAGE, clock.instant())
                    .reads()
                    .size();
        });
    }

    /** @param search answers the number of its rows */
    private void measure(String what, int times, IntUnaryOperator search) {
        for (var number = 0; number < WARM; number++) {
            var _ = search.applyAsInt(number);
        }
        units.taken();
        var millis = new double[times];
        var rows = 0L;
        for (var number = 0; number < times; number++) {
            var began = System.nanoTime();
            rows += search.applyAsInt(number);
            millis[number] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms of %d searches; %.1f rows and %.1f read units each%n",
                what,
                millis[times / 2],
                millis[(int) (times * 0.95)],
                times,
                (double) rows / times,
                units.taken() / times);
    }

    /** A frame with one read, its plate, and all indexes. */
    private void writes(SearchedReads stored, int rows, int plates) {
        units.taken();
        for (var number = 1; number <= STORED; number++) {
            stored.store(rows + number, SearchedReads.plate(plates + number));
        }
        var fresh = units.taken() / STORED;
        for (var number = 1; number <= STORED; number++) {
            stored.store(rows + STORED + number, SearchedReads.plate(number));
        }
        System.out.printf(
                "a read of a new plate takes %.1f write units, one of a known plate %.1f%n",
                fresh, units.taken() / STORED);
    }
}
