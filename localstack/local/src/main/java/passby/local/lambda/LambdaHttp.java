package passby.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real HTTP in front of one handler, on the loopback interface: what API Gateway is in AWS, with its limits.
 *
 * <p>A handler that throws makes a 500 that says nothing; the log gets the exception's class. Source of the limits: API Gateway quotas for
 * REST APIs (body 10 MB, headers 10,240 bytes).
 */
public final class LambdaHttp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LambdaHttp.class);
    private static final String STAGE = "local";
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final int LARGEST_HEADERS = 10_240;
    private static final int SECONDS_TO_FINISH = 5;

    private final HttpServer server;
    private final ExecutorService threads;
    private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler;
    private final Invocations invocations;
    private final ApiRequests requests = new ApiRequests(STAGE);

    private LambdaHttp(
            HttpServer server,
            ExecutorService threads,
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler,
            Invocations invocations) {
        this.server = server;
        this.threads = threads;
        this.handler = handler;
        this.invocations = invocations;
    }

    /** Listens on the port, or on a free one for 0. */
    public static LambdaHttp start(
            int port,
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler,
            Invocations invocations)
            throws IOException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        var http = new LambdaHttp(server, threads, handler, invocations);
        server.setExecutor(threads);
        server.createContext("/", http::serve);
        server.start();
        return http;
    }

    /** Serves that path without the handler: what in AWS is no function either. */
    public void serve(String path, HttpHandler other) {
        server.createContext(path, other);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).write(exchange);
        }
    }

    private ApiAnswer answer(HttpExchange exchange) throws IOException {
        if (size(exchange) > LARGEST_HEADERS) {
            return ApiAnswer.plain(431, "Request Header Fields Too Large");
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            discardTheRest(exchange);
            return ApiAnswer.plain(413, "Request Too Long");
        }
        return invoked(exchange, body);
    }

    /** A client that is still sending would not see the answer. */
    private static void discardTheRest(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().skip(LARGEST_BODY * 10L);
    }

    private ApiAnswer invoked(HttpExchange exchange, byte[] body) {
        try {
            var context = invocations.next();
            var now = invocations.clock().millis();
            var event = requests.event(exchange, body, context.getAwsRequestId(), now);
            return ApiAnswer.of(handler.handleRequest(event, context));
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed: {}", invocations.function(), e.getClass().getName());
            return ApiAnswer.plain(500, "Internal server error");
        }
    }

    private static long size(HttpExchange exchange) {
        long size = exchange.getRequestURI().toString().length();
        for (var header : exchange.getRequestHeaders().entrySet()) {
            for (var value : header.getValue()) {
                size += header.getKey().length() + value.length();
            }
        }
        return size;
    }

    /** Takes no new request and gives those under way a few seconds. */
    @Override
    public void close() {
        // The server's own stop(delay) now and then waits for exchanges that have ended.
        threads.shutdown();
        try {
            var _ = threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }
}
