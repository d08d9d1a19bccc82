package passby.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.tlog.LogFiles;

/** The public copy of the log under {@code /log/}: what a bucket behind CloudFront is in AWS. */
final class PublicLog implements HttpHandler {
    static final String PATH = "/log/";

    private static final Pattern FILE =
            Pattern.compile("checkpoint|vkey|checkpoints/[0-9T-]{13}Z/[0-9]{20}|tile/[0-9a-z/.]{3,60}");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final LogFiles files;

    PublicLog(LogFiles files) {
        this.files = files;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            var path = exchange.getRequestURI().getPath().substring(PATH.length());
            var isFile = FILE.matcher(path).matches() && !path.contains("..");
            var file = isFile ? files.find(path) : Optional.<byte[]>empty();
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            var isText = path.startsWith("checkpoint") || path.equals("vkey");
            exchange.getResponseHeaders()
                    .set("Content-Type", isText ? "text/plain; charset=utf-8" : "application/octet-stream");
            exchange.getResponseHeaders()
                    .set("Cache-Control", path.equals("checkpoint") ? "no-cache" : "max-age=31536000, immutable");
            exchange.sendResponseHeaders(OK, file.get().length == 0 ? -1 : file.get().length);
            exchange.getResponseBody().write(file.get());
        }
    }
}
