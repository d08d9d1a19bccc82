package passby.aws.hotlist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Tables;
import passby.core.lists.EntryAddress;
import passby.core.lists.ListedRow;
import passby.core.lists.ListedRows;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Entries of imported lists, beside the city's own. Raw: the enhanced client's batches take no immutable schema
 * (aws-sdk-java-v2, issue 6194), and its updates cannot remove an attribute that a schema does not name. They carry no key of
 * an index while they are listed, so that each costs one write unit; the index by expiry takes them when they end.
 */
public final class DynamoDbListedRows implements ListedRows {
    /** DynamoDB takes so many in one batch. */
    private static final int MAX_BATCH = 25;

    /** Requests under way at once: enough to use the table, few enough to leave it to others. */
    private static final int AT_ONCE = 16;

    private static final int MAX_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbListedRows(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.table = tables.name(Tables.HOT_LIST);
    }

    @Override
    public void put(String source, List<ListedRow> rows) {
        write(rows.stream().map(row -> put(source, row)).toList());
    }

    private static WriteRequest put(String source, ListedRow row) {
        var item = new HashMap<>(HotListSchema.ROW.itemToMap(
                new HotListSchema.Row(row.plateKey().value(), row.fromVersion(), null, row.entry(source)), true));
        for (var name : List.of(
                Expiry.EXPIRES_AT,
                Tables.BY_EXPIRY.partition(),
                Tables.BY_EXPIRY.sort(),
                Tables.TIME_TO_LIVE,
                Tables.BY_RECORD.partition(),
                Tables.BY_LIST.partition(),
                Tables.BY_LIST.sort())) {
            item.remove(name);
        }
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }

    @Override
    public void remove(String source, List<EntryAddress> entries) {
        write(entries.stream()
                .map(entry -> WriteRequest.builder()
                        .deleteRequest(
                                DeleteRequest.builder().key(key(source, entry)).build())
                        .build())
                .toList());
    }

    @Override
    public void end(String source, List<EntryAddress> entries, int toVersion, Instant expiresAt) {
        allOf(entries.stream()
                .map(entry -> ending(source, entry, toVersion, expiresAt))
                .toList());
    }

    private Callable<Boolean> ending(String source, EntryAddress entry, int toVersion, Instant expiresAt) {
        var id = HotListRowKeys.sort(source, entry.recordId(), entry.fromVersion());
        var values = Map.of(
                ":to", AttributeValue.fromN(Integer.toString(toVersion)),
                ":at", AttributeValue.fromS(expiresAt.toString()),
                ":minute", AttributeValue.fromS(Expiry.shard(id)),
                ":sort", AttributeValue.fromS(Expiry.position(expiresAt, id)),
                ":ttl",
                        AttributeValue.fromN(
                                Long.toString(expiresAt.plus(Expiry.SAFETY_NET).getEpochSecond())));
        return () -> update(
                key(source, entry),
                "SET #to = :to, #at = :at, #minute = :minute, #sort = :sort, #ttl = :ttl",
                "attribute_exists(#partition)",
                with(NAMES, "#partition", Tables.HOT_LIST.partition()),
                values);
    }

    private static final Map<String, String> NAMES = Map.of(
            "#to", HotListSchema.TO_VERSION,
            "#at", Expiry.EXPIRES_AT,
            "#minute", Tables.BY_EXPIRY.partition(),
            "#sort", Tables.BY_EXPIRY.sort(),
            "#ttl", Tables.TIME_TO_LIVE);

    @Override
    public void reopen(String source, List<EntryAddress> entries, int toVersion) {
        var version = Map.of(":to", AttributeValue.fromN(Integer.toString(toVersion)));
        allOf(entries.stream()
                .<Callable<Boolean>>map(entry -> () -> update(
                        key(source, entry), "REMOVE #to, #at, #minute, #sort, #ttl", "#to = :to", NAMES, version))
                .toList());
    }

    /** False for a row that is gone, or that ended otherwise: there is nothing to do. */
    private boolean update(
            Map<String, AttributeValue> key,
            String change,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(key)
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(String source, EntryAddress entry) {
        return HotListRowKeys.entry(entry.plateKey().value(), source, entry.recordId(), entry.fromVersion())
                .keyMap(HotListSchema.ROW, "$PRIMARY_INDEX");
    }

    private static Map<String, String> with(Map<String, String> names, String name, String attribute) {
        var all = new HashMap<>(names);
        all.put(name, attribute);
        return all;
    }

    private void write(List<WriteRequest> writes) {
        var batches = new ArrayList<Callable<Boolean>>();
        for (var from = 0; from < writes.size(); from += MAX_BATCH) {
            var batch = writes.subList(from, Math.min(from + MAX_BATCH, writes.size()));
            batches.add(() -> write(Map.of(table, batch)));
        }
        allOf(batches);
    }

    /** What DynamoDB did not take is sent again, each time after twice the pause. */
    private boolean write(Map<String, List<WriteRequest>> batch) {
        var left = batch;
        var pause = FIRST_PAUSE;
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var sent = left;
            left = client.batchWriteItem(write -> write.requestItems(sent)).unprocessedItems();
            if (left.isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2);
        }
        throw new IllegalStateException("DynamoDB did not take a batch in " + MAX_ATTEMPTS + " attempts");
    }

    /** Throws what the first failed one threw; all others are done or given up by then. */
    private static void allOf(List<Callable<Boolean>> writes) {
        var slots = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = writes.stream()
                    .map(write -> threads.submit(inSlot(slots, write)))
                    .toList();
            for (var write : running) {
                write.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing a list", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a list could not be written", e.getCause());
        }
    }

    private static Callable<Boolean> inSlot(Semaphore slots, Callable<Boolean> write) {
        return () -> {
            slots.acquire();
            try {
                return write.call();
            } finally {
                slots.release();
            }
        };
    }
}
