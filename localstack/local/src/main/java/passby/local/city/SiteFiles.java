package passby.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The built web app on one machine, under one path: what a bucket behind CloudFront is in AWS. */
final class SiteFiles implements HttpHandler {
    private static final Pattern FILE = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final String path;
    private final Path folder;
    private final Map<String, String> headers;
    private final Map<String, byte[]> made;

    /**
     * @param path under which it is served, with a slash at both ends
     * @param folder with the files
     * @param headers of every answer
     * @param made files that stand in no folder, by name
     */
    SiteFiles(String path, Path folder, Map<String, String> headers, Map<String, String> made) {
        this.path = path;
        this.folder = folder;
        this.headers = headers;
        this.made = made.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var rest = exchange.getRequestURI().getPath().substring(path.length());
            var name = rest.isEmpty() ? "index.html" : rest;
            var file = find(name);
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            // A built file's name carries the hash of its bytes; the others are asked for again each time.
            exchange.getResponseHeaders()
                    .set("Cache-Control", name.startsWith("assets/") ? "max-age=31536000, immutable" : "no-cache");
            exchange.sendResponseHeaders(200, file.get().length == 0 ? -1 : file.get().length);
            exchange.getResponseBody().write(file.get());
        }
    }

    private Optional<byte[]> find(String name) throws IOException {
        if (made.containsKey(name)) {
            return Optional.of(made.get(name));
        }
        if (!FILE.matcher(name).matches()) {
            return Optional.empty();
        }
        var file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}
