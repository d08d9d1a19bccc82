package passby.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Files that everybody may read, by GET alone: what a bucket behind CloudFront is in AWS. */
abstract class PublicFilesHandler implements HttpHandler {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final String path;

    /** @param path under which the files are, with its last slash */
    PublicFilesHandler(String path) {
        this.path = path;
    }

    /** @param name behind the path, as somebody asked for it */
    abstract Optional<byte[]> find(String name);

    /** @param name of a file that is there */
    abstract Map<String, String> headers(String name);

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            var name = exchange.getRequestURI().getPath().substring(path.length());
            var file = find(name);
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            var bytes = file.get();
            headers(name).forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(OK, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
