package passby.local.bench;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.id.Base32;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Made-up reads as they are stored, many of them. */
final class BenchReads {
    private static final String FILL = "x".repeat(700);

    private final SecureRandom random = new SecureRandom();
    private final BatchedRows rows;
    private final Clock clock;

    BenchReads(DynamoDbClient client, Tables tables, ExecutorService pool, Clock clock) {
        this.rows = new BatchedRows(client, tables, pool);
        this.clock = clock;
    }

    /** However many: never more in memory than a part of them. */
    void fill(int count, IntFunction<Instant> expiresAt) throws ExecutionException, InterruptedException {
        rows.put(Tables.READS, count, number -> row(number, expiresAt.apply(number)));
    }

    /** @return full keys of the stored rows */
    List<Map<String, AttributeValue>> store(int count, IntFunction<Instant> expiresAt)
            throws ExecutionException, InterruptedException {
        var items = IntStream.range(0, count)
                .mapToObj(number -> row(number, expiresAt.apply(number)))
                .toList();
        rows.put(Tables.READS, count, items::get);
        return items.stream()
                .map(item -> Map.of(
                        Tables.READS.partition(), value(item, Tables.READS.partition()),
                        Tables.READS.sortKey().orElseThrow(),
                                value(item, Tables.READS.sortKey().orElseThrow())))
                .toList();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS(""));
    }

    /** As large as a read, with all that the purge and the re-dating look at. */
    private Map<String, AttributeValue> row(int number, Instant expiresAt) {
        var readId = "01JQ" + Base32.encode(bytes(14)) + "-1";
        var base = expiresAt.minus(Duration.ofDays(30));
        var captured = base.minusMillis(number % 1000);
        return Map.ofEntries(
                Map.entry("v", AttributeValue.fromN("1")),
                Map.entry("plateKey", AttributeValue.fromS("k1." + Base32.encode(bytes(16)))),
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

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
