package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.api.ReadTraffic;
import passby.aws.dynamodb.Tables;
import passby.core.retention.NonHitRetention;
import passby.local.camera.CameraImage;
import passby.local.camera.UploadResult;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.LocalFrames;
import passby.local.city.NoRekognition;
import passby.local.engine.Storage;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** What passby.operator.cost bills for a read is what the city really calls for one. */
final class BilledCallsJourneyIT {
    private static final int FRAMES = 20;

    private final Calls calls = new Calls();

    /** Counts what is called, by operation and table. What the clock's jobs call is in it too. */
    private static final class Calls implements ExecutionInterceptor {
        private final Map<String, Integer> counts = new ConcurrentHashMap<>();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            switch (context.request()) {
                case GetItemRequest get -> count("get " + get.tableName());
                case PutItemRequest put -> count("put " + put.tableName());
                case QueryRequest query -> count("query " + query.tableName());
                case UpdateItemRequest update -> count("update " + update.tableName());
                case TransactWriteItemsRequest write ->
                    write.transactItems().stream()
                            .filter(item -> item.put() != null)
                            .forEach(item -> count("transact " + item.put().tableName()));
                case HeadObjectRequest _ -> count("head");
                case PutObjectRequest _ -> count("crop");
                default -> count("other");
            }
        }

        private void count(String call) {
            counts.merge(call, 1, Integer::sum);
        }

        /** For each frame. */
        private double of(String... names) {
            var sum = 0;
            for (var name : names) {
                sum += counts.getOrDefault(name, 0);
            }
            return (double) sum / FRAMES;
        }
    }

    @Test
    void aReadCallsTheStoresAsOftenAsItIsBilled(@TempDir Path folder) throws IOException, InterruptedException {
        drive(folder);

        assertThat(calls.of("head")).isEqualTo(ReadTraffic.HEADS);
        assertThat(calls.of("crop")).isEqualTo(ReadTraffic.CROPS);
        assertThat(calls.of("update " + table(Tables.PLATES.name()))).isEqualTo(ReadTraffic.PLATE_NOTES);
        assertThat(calls.of("transact " + table(Tables.FRAMES.name()))).isEqualTo(1);
        assertThat(calls.of("transact " + table(Tables.READS.name()))).isEqualTo(1);
        assertThat(calls.of("put " + table(Tables.CAMERA_TOKENS.name()))).isEqualTo(1);
        assertThat(calls.of("update " + table(Tables.LIMITS.name()), "put " + table(Tables.LIMITS.name())))
                .as("what a call brings, and the frame that is no longer on its way")
                .isEqualTo(1.0 + ReadTraffic.FRAME_MARKS);
        assertThat(calls.of("update " + table(Tables.COUNTERS.name())))
                .as("counts of calls and frames, and what clocks count")
                .isBetween(ReadTraffic.FRAME_COUNTS + 1.0, ReadTraffic.FRAME_COUNTS + 1.5);
        assertThat(ReadTraffic.CALL_WRITES).as("token, what it brings, count").isEqualTo(3);
        assertThat(calls.of(
                        "get " + table(Tables.CAMERAS.name()),
                        "get " + table(Tables.FRAMES.name()),
                        "get " + table(Tables.LIMITS.name())))
                .as("the camera twice, what it brought, the frame and its mark once; the policy is read now and then")
                .isEqualTo((double) ReadTraffic.CALL_READS + ReadTraffic.FRAME_READS);
        assertThat(calls.of("query " + table(Tables.HOT_LIST.name())))
                .isBetween(1.0, (double) ReadTraffic.HOT_LIST_QUERIES);
    }

    private static String table(String name) {
        return TestCity.TABLES + name;
    }

    private void drive(Path folder) throws IOException, InterruptedException {
        var happenings = new Happenings();
        var random = new SecureRandom();
        var clock = Clock.systemUTC();
        var plan = new City.Plan(
                new Storage.InMemory(),
                folder,
                0,
                NonHitRetention.DAYS_7,
                engines -> new SpellingRecognizer(
                        new LocalFrames(engines.clients().s3()), new AtomicBoolean(true), new NoRekognition()),
                happenings::processed,
                happenings::published,
                _ -> {},
                List.of(calls));
        try (var _ = CityLog.toFile(folder.resolve("city.log"));
                var http = HttpClient.newHttpClient();
                var city = City.start(plan, clock, count -> bytes(random, count))) {
            var camera = new SpringfieldSetup(city, http, folder, clock, random)
                    .settle(List.of())
                    .getFirst();
            calls.counts.clear();
            for (var number = 0; number < FRAMES; number++) {
                var facts = new CameraImage.Facts(clock.instant(), 40.0, -89.0, 90, "pass_" + number, 1);
                var sent = camera.send(
                        List.of(new CameraImage(SpellingRecognizer.frame("BIL33" + (10 + number) + "/CA"), facts)));
                happenings.done(((UploadResult.Stored) sent.getFirst()).uploadId());
            }
        }
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
