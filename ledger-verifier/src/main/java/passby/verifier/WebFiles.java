package passby.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passby.core.note.MalformedException;

/** A log at an address, as the city publishes it. */
final class WebFiles implements ListedFiles {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final URI address;
    private final int maxBytes;
    private final HttpClient client;

    /** @param maxBytes of one file; a longer one is refused as soon as that is seen */
    WebFiles(URI address, int maxBytes) {
        this.maxBytes = maxBytes;
        this.address = address.toString().endsWith("/") ? address : URI.create(address + "/");
        client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    @Override
    public Optional<byte[]> find(String path) {
        var request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT).build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var content = answer.body()) {
                var bytes = content.readNBytes(maxBytes + 1);
                return switch (answer.statusCode()) {
                    case OK -> Optional.of(bounded(path, bytes));
                    // A bucket that may not be listed answers 403 for what is not there.
                    case NOT_FOUND, FORBIDDEN -> Optional.empty();
                    default -> throw new IOException(path + " was answered with " + answer.statusCode());
                };
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private byte[] bounded(String path, byte[] bytes) {
        if (bytes.length > maxBytes) {
            throw new MalformedException(path + " is longer than any such file");
        }
        return bytes;
    }

    @Override
    public List<String> paths() {
        return List.of();
    }
}
