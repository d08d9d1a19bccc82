package passby.local.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import passby.aws.dynamodb.CreateTables;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.ledger.DynamoDbEntryIndex;
import passby.aws.ledger.DynamoDbLedger;
import passby.aws.ledger.DynamoDbPendingEntries;
import passby.core.ledger.Accepted;
import passby.core.ledger.Entry;
import passby.core.note.NoteSigner;
import passby.core.sealing.SealLedger;
import passby.core.sealing.Witnesses;
import passby.local.engine.LocalClients;
import passby.local.engine.LocalDynamoDb;
import passby.local.engine.Storage;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The way of an entry through the city's tables, over DynamoDB Local in this process: appended one by one, then sealed. */
final class LedgerTables {
    private static final int THREADS = 8;

    private LedgerTables() {}

    static void run(int count, NoteSigner key, Clock clock) throws InterruptedException, ExecutionException {
        try (var dynamoDb = LocalDynamoDb.start(new Storage.InMemory());
                var client = client(dynamoDb)) {
            var tables = new Tables("bench-");
            new CreateTables(client, tables).handle();
            var entries = new BenchEntries(clock).take(count);
            var appended = append(new DynamoDbLedger(new DynamoDbChanges(client, tables, clock)), entries);
            var sealing = new SealLedger(
                    new DynamoDbPendingEntries(client, tables),
                    new DynamoDbEntryIndex(client, tables),
                    new EdgeStore(),
                    key,
                    Witnesses.NONE,
                    clock);
            var start = System.nanoTime();
            var sealed = sealing.handle().added();
            System.out.printf(
                    "through the tables: %,d entries appended at %,.0f a second by %d threads, %,d sealed at %,.0f a second%n",
                    count, count / seconds(appended), THREADS, sealed, sealed / seconds(System.nanoTime() - start));
        }
    }

    private static long append(DynamoDbLedger ledger, List<Entry> entries)
            throws InterruptedException, ExecutionException {
        var appends = new ArrayList<Callable<Accepted>>();
        entries.forEach(entry -> appends.add(() -> ledger.append(entry)));
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var start = System.nanoTime();
            for (var accepted : threads.invokeAll(appends)) {
                accepted.get();
            }
            return System.nanoTime() - start;
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static DynamoDbClient client(LocalDynamoDb dynamoDb) {
        return DynamoDbClient.builder()
                .endpointOverride(dynamoDb.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(LocalClients.CREDENTIALS))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
