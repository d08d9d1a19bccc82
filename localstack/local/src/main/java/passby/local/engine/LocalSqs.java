package passby.local.engine;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ: an SQS with visibility timeouts, long polls and dead letters. Its queues are empty after each start. */
public final class LocalSqs implements AutoCloseable {
    /** Pekko's own default writes to the terminal; two threads are enough for one city. */
    private static final Map<String, Object> QUIET_AND_SMALL = Map.of(
            "pekko.loggers", List.of("org.apache.pekko.event.slf4j.Slf4jLogger"),
            "pekko.logging-filter", "org.apache.pekko.event.slf4j.Slf4jLoggingFilter",
            "pekko.loglevel", "WARNING",
            "pekko.stdout-loglevel", "OFF",
            "pekko.log-dead-letters", "off",
            "pekko.jvm-shutdown-hooks", "off",
            "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");

    private final ActorSystem actors;
    private final SQSRestServer server;
    private final int port;

    private LocalSqs(ActorSystem actors, SQSRestServer server, int port) {
        this.actors = actors;
        this.server = server;
        this.port = port;
    }

    public static LocalSqs start() {
        var config = ConfigFactory.parseMap(QUIET_AND_SMALL).withFallback(ConfigFactory.load());
        var actors = ActorSystem.create("elasticmq", config);
        var server = SQSRestServerBuilder.withActorSystem(actors)
                .withInterface(Loopback.HOST)
                .withDynamicPort()
                .withAWSRegion(LocalAccount.REGION.id())
                .withAWSAccountId(LocalAccount.ACCOUNT)
                .start();
        return new LocalSqs(
                actors, server, server.waitUntilStarted().localAddress().getPort());
    }

    public URI endpoint() {
        return Loopback.uri(port);
    }

    /** A client of its own for the caller, who closes it. */
    public SqsClient client() {
        return client(List.of());
    }

    /** @param watchers of its calls */
    SqsClient client(List<ExecutionInterceptor> watchers) {
        return LocalClients.watched(LocalClients.pointed(SqsClient.builder(), endpoint()), watchers)
                .build();
    }

    @Override
    public void close() {
        server.stopAndWait();
        actors.terminate();
        try {
            actors.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new EngineFailed("ElasticMQ did not stop", e);
        }
    }
}
