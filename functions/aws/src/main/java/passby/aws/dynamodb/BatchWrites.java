package passby.aws.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Puts and deletes many rows of one table without any condition: what may be repeated safely. By requests of the low-level client,
 * because the Enhanced Client's batches take no schema of an immutable type (aws-sdk-java-v2 issue 6194).
 */
public final class BatchWrites {
    private static final int ROWS_A_CALL = 25;
    private static final int CALLS_AT_ONCE = 16;
    private static final int MAX_ATTEMPTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbClient client;
    private final Tables tables;

    public BatchWrites(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    public <T> void put(Table table, TableSchema<T> schema, List<T> rows) {
        write(
                table,
                rows.stream()
                        .map(row -> WriteRequest.builder()
                                .putRequest(PutRequest.builder()
                                        .item(schema.itemToMap(row, true))
                                        .build())
                                .build())
                        .toList());
    }

    public void delete(Table table, List<Key> keys) {
        write(
                table,
                keys.stream()
                        .map(key -> WriteRequest.builder()
                                .deleteRequest(DeleteRequest.builder()
                                        .key(table.attributes(key))
                                        .build())
                                .build())
                        .toList());
    }

    private void write(Table table, List<WriteRequest> writes) {
        try (var threads = Executors.newFixedThreadPool(
                CALLS_AT_ONCE, Thread.ofVirtual().name("batch").factory())) {
            var calls = new ArrayList<Future<?>>();
            for (var from = 0; from < writes.size(); from += ROWS_A_CALL) {
                var some = writes.subList(from, Math.min(writes.size(), from + ROWS_A_CALL));
                calls.add(threads.submit(() -> writeSome(table, some)));
            }
            calls.forEach(BatchWrites::await);
        }
    }

    /** What DynamoDB leaves over because it is busy is tried again, each time after a longer pause. */
    private void writeSome(Table table, List<WriteRequest> writes) {
        var name = tables.name(table);
        var left = writes;
        for (var attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            var now = Map.of(name, left);
            left = client.batchWriteItem(batch -> batch.requestItems(now))
                    .unprocessedItems()
                    .getOrDefault(name, List.of());
            if (left.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
        }
        throw new IllegalStateException("rows of " + table.name() + " could not be written: DynamoDB is busy");
    }

    private static void await(Future<?> call) {
        try {
            call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
