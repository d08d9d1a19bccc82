package passby.local.engine;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * All engines of one city, started together, with clients for them and the queues that its buckets tell.
 *
 * <p>With {@link Storage.Folder} tables and objects survive a restart. Queues start empty, and every object that still lies in a bucket
 * with a queue is told to that queue again.
 */
public record LocalEngines(
        LocalDynamoDb dynamoDb,
        LocalS3 s3,
        LocalSqs sqs,
        LocalSns sns,
        LocalOidc oidc,
        LocalClients clients,
        Map<String, LocalQueue> queues)
        implements AutoCloseable {

    /**
     * What the city asks of its engines.
     *
     * @param audience the {@code aud} of people's tokens
     * @param ids names for messages, different each time
     * @param buckets made at start when they are not there
     * @param tellingBuckets each with the queue that hears of its new objects
     * @param queues further queues
     * @param published hears every message that is published to a topic
     * @param delivered hears every text message
     * @param watchers hear every call that the clients make
     */
    public record Config(
            Storage storage,
            Clock clock,
            String audience,
            Supplier<String> ids,
            List<String> buckets,
            Map<String, QueueSpec> tellingBuckets,
            List<QueueSpec> queues,
            Consumer<Published> published,
            Consumer<Delivered> delivered,
            List<ExecutionInterceptor> watchers) {
        public Config {
            buckets = List.copyOf(buckets);
            tellingBuckets = Map.copyOf(tellingBuckets);
            queues = List.copyOf(queues);
            watchers = List.copyOf(watchers);
        }
    }

    public static LocalEngines start(Config config) {
        var events = new UploadEvents(config.clock());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var dynamoDb = threads.submit(() -> LocalDynamoDb.start(config.storage()));
            var s3 = threads.submit(() -> LocalS3.start(config.storage(), LocalClients.CREDENTIALS, events::tell));
            var sqs = threads.submit(LocalSqs::start);
            var oidc = threads.submit(() -> LocalOidc.start(config.clock(), config.audience()));
            var sns = LocalSns.start(config.ids(), config.published(), config.delivered());
            return connected(config, events, started(dynamoDb), started(s3), started(sqs), sns, started(oidc));
        }
    }

    private static <E> E started(Future<E> engine) {
        try {
            return engine.get();
        } catch (ExecutionException e) {
            throw new EngineFailed("An engine of the local city did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailed("The start of the local city was interrupted", e);
        }
    }

    private static LocalEngines connected(
            Config config,
            UploadEvents events,
            LocalDynamoDb dynamoDb,
            LocalS3 s3,
            LocalSqs sqs,
            LocalSns sns,
            LocalOidc oidc) {
        var clients = LocalClients.of(dynamoDb, s3, sqs, sns, config.watchers());
        var queues = new LinkedHashMap<String, LocalQueue>();
        config.queues().forEach(spec -> queues.put(spec.name(), LocalQueue.create(clients.sqs(), spec)));
        config.buckets().forEach(s3::ensureBucket);
        config.tellingBuckets().forEach((bucket, spec) -> {
            var queue = LocalQueue.create(clients.sqs(), spec);
            queues.put(spec.name(), queue);
            events.connect(s3, bucket, clients.sqs(), queue);
        });
        return new LocalEngines(dynamoDb, s3, sqs, sns, oidc, clients, Map.copyOf(queues));
    }

    /** The queue with this name, which must have been in the configuration. */
    public LocalQueue queue(String name) {
        var queue = queues.get(name);
        if (queue == null) {
            throw new IllegalArgumentException("No queue is named " + name);
        }
        return queue;
    }

    @Override
    public void close() {
        clients.close();
        sns.close();
        oidc.close();
        sqs.close();
        s3.close();
        dynamoDb.close();
    }
}
