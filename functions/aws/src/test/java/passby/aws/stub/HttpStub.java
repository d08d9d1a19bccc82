package passby.aws.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on the loopback interface that remembers what it was asked and answers what the test says. */
public final class HttpStub implements AutoCloseable {
    /** @param headers names without regard to case */
    public record Received(String method, String path, Map<String, String> headers, String body) {}

    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/x-amz-json-1.1"), body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch mayAnswer;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private HttpStub(Function<Received, Answer> answers, CountDownLatch mayAnswer) {
        this.mayAnswer = mayAnswer;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    public static HttpStub answering(Function<Received, Answer> answers) {
        return new HttpStub(answers, new CountDownLatch(0));
    }

    public static HttpStub answering(Answer answer) {
        return answering(request -> answer);
    }

    /** Takes requests and lets their callers wait until the stub is closed. */
    public static HttpStub silent() {
        return new HttpStub(request -> Answer.json(200, "{}"), new CountDownLatch(1));
    }

    /** Takes requests and closes their connections. */
    public static HttpStub hangingUp() {
        return answering(request -> {
            throw new IllegalStateException("nothing to say");
        });
    }

    private void answer(HttpExchange exchange, Function<Received, Answer> answers) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            var request = new Received(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, body);
            received.add(request);
            mayAnswer.await();
            send(exchange, answers.apply(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        mayAnswer.countDown();
        server.stop(0);
        threads.close();
    }
}
