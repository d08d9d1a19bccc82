package passby.recognizer.container;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The side of Lambda that a runtime talks to, for one function: events wait until the runtime fetches the next one, answers
 * come back by request id. Source: AWS Lambda Developer Guide, "Using the Lambda runtime API", version 2018-06-01.
 */
public final class RuntimeApi implements AutoCloseable {
    /** The function did not start, or did not answer an event: its own words, which tell no plate. */
    public static final class FunctionFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        FunctionFailed(String words) {
            super(words);
        }
    }

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String NEXT = RUNTIME + "invocation/next";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final byte[] ACCEPTED = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);

    private record Invocation(String id, ByteBuffer event, CompletableFuture<byte[]> answer) {}

    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> open = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> checkpointed = new CompletableFuture<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Loopback server;

    public RuntimeApi(Clock clock) {
        this.clock = clock;
        this.server = Loopback.serving(this::serve);
    }

    /** For {@code AWS_LAMBDA_RUNTIME_API}. */
    public String authority() {
        return server.authority();
    }

    /**
     * Done when a runtime that was told to make a snapshot has made its handler, run its hooks and stands still; it goes on
     * as if restored when what depends on this has run.
     */
    public CompletableFuture<Void> checkpointed() {
        return checkpointed.copy();
    }

    /** Done when the runtime has made its handler and asks for the first event; failed when it could not make it. */
    public CompletableFuture<Void> started() {
        return started.copy();
    }

    /** The function's answer to an event; {@link FunctionFailed} when it threw instead. */
    public CompletableFuture<byte[]> invoke(byte[] event) {
        var id = "00000000-0000-4000-8000-%012d".formatted(count.incrementAndGet());
        var invocation = new Invocation(id, ByteBuffer.wrap(event), new CompletableFuture<>());
        open.put(id, invocation);
        waiting.add(invocation);
        return invocation.answer();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        if (path.equals(NEXT)) {
            next(exchange);
        } else if (path.equals(RUNTIME + "init/error") || path.equals(RUNTIME + "restore/error")) {
            started.completeExceptionally(failure(body));
            Loopback.answer(exchange, 202, ACCEPTED);
        } else if (path.equals(RUNTIME + "restore/next")) {
            checkpointed.complete(null);
            Loopback.answer(exchange, 200, ACCEPTED);
        } else if (path.startsWith(INVOCATION)) {
            answered(path.substring(INVOCATION.length()).split("/"), body);
            Loopback.answer(exchange, 202, ACCEPTED);
        } else {
            Loopback.answer(exchange, 404, new byte[0]);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        started.complete(null);
        try {
            var invocation = waiting.take();
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(clock.millis() + TIME.toMillis()));
            headers.set(
                    "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:recognizer");
            headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
            Loopback.answer(exchange, 200, invocation.event().array());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Loopback.answer(exchange, 500, new byte[0]);
        }
    }

    private void answered(String[] idAndKind, byte[] body) {
        var invocation = open.remove(idAndKind[0]);
        if (invocation == null) {
            return;
        }
        if (idAndKind[idAndKind.length - 1].equals("response")) {
            invocation.answer().complete(body);
        } else {
            invocation.answer().completeExceptionally(failure(body));
        }
    }

    private static FunctionFailed failure(byte[] body) {
        return new FunctionFailed(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
