package passby.local.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Listens for what cameras of other makers post. Whatever the city did not take is answered with 502, so that a maker that tries
 * again may. Nothing of a message is printed or answered, but for what kind of thing is wrong with it.
 */
public final class BridgeServer implements HttpHandler, AutoCloseable {
    /** A maker's connections at once; more wait. */
    private static final int THREADS = 4;

    private static final int OK = 200;
    private static final int UNKNOWN = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int MALFORMED = 422;
    private static final int NOT_TAKEN = 502;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final String path;
    private final Forwarder forwarder;
    private final Consumer<String> log;

    /** @param path that makers post to, such as {@code /} and a secret */
    BridgeServer(InetSocketAddress address, String path, Forwarder forwarder, Consumer<String> log) throws IOException {
        this.server = HttpServer.create(address, 0);
        this.path = path;
        this.forwarder = forwarder;
        this.log = log;
        server.setExecutor(threads);
        server.createContext("/", this);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** @param status of the answer */
    private record Reply(int status, String sentence) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange);
            log.accept(reply.sentence());
            var body = (reply.sentence() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        if (!isSame(exchange.getRequestURI().getPath(), path)) {
            return new Reply(UNKNOWN, "Nothing is here.");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Reply(WRONG_METHOD, "Messages are posted.");
        }
        var body = exchange.getRequestBody().readNBytes(Webhooks.MAX_BODY + 1);
        if (body.length > Webhooks.MAX_BODY) {
            return new Reply(TOO_LARGE, "A message has at most " + Webhooks.MAX_BODY + " bytes.");
        }
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        try {
            return reply(Webhooks.parse(type == null ? "" : type, body));
        } catch (Webhook.Malformed e) {
            return new Reply(MALFORMED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(NOT_TAKEN, "The bridge is being closed.");
        }
    }

    private Reply reply(Webhook webhook) throws InterruptedException {
        return switch (webhook) {
            case Webhook.Nothing() -> new Reply(OK, "Nothing to send.");
            case Webhook.Seen seen -> reply(seen, forwarder.forward(seen));
        };
    }

    private static Reply reply(Webhook.Seen seen, Forwarder.Forwarded forwarded) {
        var maker = seen.engine().name();
        return switch (forwarded) {
            case Forwarder.Forwarded.Sent(var what, var count) ->
                new Reply(OK, maker + ": the city took " + count + " " + what + (count == 1 ? "." : "s."));
            case Forwarder.Forwarded.UnknownCamera() -> new Reply(UNKNOWN, maker + ": no key is here for this camera.");
            case Forwarder.Forwarded.Refused(var status) ->
                new Reply(
                        NOT_TAKEN,
                        maker + ": the city "
                                + (status == 0 ? "did not answer." : "did not take it, HTTP " + status + "."));
        };
    }

    /** In the same time whatever is wrong, for the path may hold a secret. */
    private static boolean isSame(String sent, String expected) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
