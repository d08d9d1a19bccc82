package passby.aws.dynamodb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Stands between a client and DynamoDB Local and makes one operation fail as AWS does, or lose its answer. Everything else
 * goes through, so that what was half written would be seen.
 */
public final class FaultyDynamoDb implements AutoCloseable {
    /** What happens to the operation. */
    public enum Fault {
        /** Refused before anything is written: too much traffic. */
        THROTTLED,
        /** A transaction is cancelled because another one holds its first row. */
        CONFLICT,
        /** Done, but the answer is lost on the way, as far as the client can tell. */
        ANSWER_LOST
    }

    private static final Set<String> SET_BY_CLIENT =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpServer server;
    private final HttpClient forwarder = HttpClient.newHttpClient();
    private final String operation;
    private final Fault fault;
    private final AtomicInteger faultsLeft;
    private final AtomicInteger seen = new AtomicInteger();

    private FaultyDynamoDb(HttpServer server, String operation, Fault fault, int times) {
        this.server = server;
        this.operation = operation;
        this.fault = fault;
        this.faultsLeft = new AtomicInteger(times);
    }

    /** @param times how often the operation fails before it goes through */
    public static FaultyDynamoDb start(String operation, Fault fault, int times) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var faulty = new FaultyDynamoDb(server, operation, fault, times);
            server.createContext("/", faulty::handle);
            server.start();
            return faulty;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DynamoDbClient client() {
        return LocalDynamoDb.clientOf(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** How often the operation was asked for. */
    public int seen() {
        return seen.get();
    }

    @Override
    public void close() {
        server.stop(0);
        forwarder.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestHeaders().getFirst("X-Amz-Target").endsWith("." + operation)) {
                answer(exchange, forward(exchange, body));
                return;
            }
            seen.incrementAndGet();
            if (faultsLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                answer(exchange, forward(exchange, body));
                return;
            }
            switch (fault) {
                case THROTTLED -> refuse(exchange, 400, "ProvisionedThroughputExceededException", "");
                case CONFLICT ->
                    refuse(
                            exchange,
                            400,
                            "TransactionCanceledException",
                            ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"},{\"Code\":\"None\"}]");
                case ANSWER_LOST -> {
                    forward(exchange, body);
                    refuse(exchange, 500, "InternalServerError", "");
                }
            }
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(LocalDynamoDb.endpoint()).POST(BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return forwarder.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers()
                .firstValue("x-amz-crc32")
                .ifPresent(crc -> exchange.getResponseHeaders().set("x-amz-crc32", crc));
        exchange.sendResponseHeaders(response.statusCode(), response.body().length);
        exchange.getResponseBody().write(response.body());
    }

    private static void refuse(HttpExchange exchange, int status, String type, String more) throws IOException {
        var json = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"a made-up fault\"%s}"
                .formatted(type, more);
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
