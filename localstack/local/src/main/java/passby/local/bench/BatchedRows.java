package passby.local.bench;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts many rows in batches, by several threads. */
final class BatchedRows {
    private static final int ROWS_A_WRITE = 25;
    private static final int ROWS_AT_ONCE = 20_000;

    private final DynamoDbClient client;
    private final Tables tables;
    private final ExecutorService pool;

    BatchedRows(DynamoDbClient client, Tables tables, ExecutorService pool) {
        this.client = client;
        this.tables = tables;
        this.pool = pool;
    }

    /**
     * However many: never more in memory than a part of them.
     *
     * @param row by its number, from 0; made by any thread
     */
    void put(Table table, int count, IntFunction<Map<String, AttributeValue>> row)
            throws ExecutionException, InterruptedException {
        for (var from = 0; from < count; from += ROWS_AT_ONCE) {
            var batches = new ArrayList<Callable<Void>>();
            for (var first = from; first < Math.min(count, from + ROWS_AT_ONCE); first += ROWS_A_WRITE) {
                var numbers = IntStream.range(first, Math.min(count, first + ROWS_A_WRITE));
                batches.add(() -> write(table, numbers, row));
            }
            for (var future : pool.invokeAll(batches)) {
                future.get();
            }
        }
    }

    private Void write(Table table, IntStream numbers, IntFunction<Map<String, AttributeValue>> row) {
        var puts = numbers.mapToObj(number -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(row.apply(number)).build())
                        .build())
                .toList();
        client.batchWriteItem(write -> write.requestItems(Map.of(tables.name(table), puts)));
        return null;
    }
}
