package passby.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.aws.api.SiteHeaders;
import passby.aws.transparency.S3PublicFiles;
import passby.core.archive.Archive;

/** The data set under {@code /public/v1/}: what a bucket behind CloudFront is in AWS. */
final class PublicData implements HttpHandler {
    static final String PATH = "/public/v1/";

    private static final Pattern FILE = Pattern.compile("([a-z]+/)?[A-Za-z0-9-]{1,40}\\.[a-z]{2,4}");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Archive files;

    PublicData(Archive files) {
        this.files = files;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            var name = exchange.getRequestURI().getPath().substring(PATH.length());
            var file = FILE.matcher(name).matches() ? files.find(name) : Optional.<String>empty();
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            SiteHeaders.forFiles().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", S3PublicFiles.contentType(name));
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            var bytes = file.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(OK, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
