package passby.local.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.lists.FeedSignature;
import passby.local.camera.ApiClient;

/** Sends a file of a list to a city, as two people do together: its source is armed once, the file agreed to, sent and waited for. */
public final class ListSender {
    private static final int NOT_FOUND = 404;
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 3_000;

    private final HttpClient http;
    private final Person first;
    private final Person second;
    private final ImportProgress progress;

    /**
     * Somebody who may bind the city.
     *
     * @param role in which they do, one of their own
     */
    public record Person(ApiClient api, String role) {}

    /**
     * A source as it is proposed when the city does not know it.
     *
     * @param signingKey of its agency, or null: then two people agree to each file
     */
    public record Source(
            String name,
            String agency,
            String layout,
            int maxAgeHours,
            @Nullable String signingKey) {}

    public ListSender(HttpClient http, Person first, Person second, ImportProgress progress) {
        this.http = http;
        this.first = first;
        this.second = second;
        this.progress = progress;
    }

    /** Proposes and accepts what is not yet. */
    public void arm(Source source) throws InterruptedException {
        var known = find(source.name());
        if (known.isEmpty()) {
            var body = new HashMap<String, Object>(Map.of(
                    "source", source.name(),
                    "agency", source.agency(),
                    "layout", source.layout(),
                    "maxAgeHours", source.maxAgeHours(),
                    "role", first.role()));
            var key = source.signingKey();
            if (key != null) {
                body.put("signingKey", key);
            }
            first.api().post("/v1/lists", body);
        }
        if (known.map(list -> list.path("acceptedBy").isNull()).orElse(true)) {
            second.api().post("/v1/lists/" + source.name() + "/acceptance", Map.of("role", second.role()));
        }
    }

    private Optional<JsonNode> find(String source) throws InterruptedException {
        return first.api()
                .get("/v1/lists")
                .path("lists")
                .valueStream()
                .filter(list -> list.path("source").asText().equals(source))
                .findFirst();
    }

    /**
     * Two people's word for one file that its source does not sign.
     *
     * @param removals percent of the list that it may remove
     */
    public void agree(String source, String sha256, int removals) throws InterruptedException {
        var path = "/v1/lists/" + source;
        first.api()
                .post(
                        path + "/files",
                        Map.of("sha256", sha256, "acceptedRemovalPercent", removals, "role", first.role()));
        second.api().post(path + "/file-approvals", Map.of("role", second.role()));
    }

    /** @return how the import ended, as the API tells it */
    public JsonNode send(String source, Path file, String sha256, @Nullable FeedSignature signature)
            throws IOException, InterruptedException {
        var before = outcome(source, sha256).path("outcome").path("at").asText();
        var body = new HashMap<String, Object>(Map.of("sha256", sha256, "bytes", Files.size(file)));
        if (signature != null) {
            body.put("signature", signature.text());
        }
        put(file, first.api().post("/v1/lists/" + source + "/uploads", body));
        var wait = FIRST_WAIT_MILLIS;
        while (true) {
            var answer = outcome(source, sha256);
            var ended = answer.path("outcome");
            if (ended.isObject() && !ended.path("at").asText().equals(before)) {
                progress.done();
                return ended;
            }
            progress.written(answer.path("written").asLong());
            Thread.sleep(wait);
            wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
        }
    }

    /** Nothing while the import has not begun. */
    private JsonNode outcome(String source, String sha256) throws InterruptedException {
        try {
            return first.api().get("/v1/lists/" + source + "/imports/" + sha256);
        } catch (ApiClient.Refused refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
            return MissingNode.getInstance();
        }
    }

    private void put(Path file, JsonNode url) throws IOException, InterruptedException {
        var length = Files.size(file);
        var request = HttpRequest.newBuilder(URI.create(url.path("url").asText()))
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> counting(file, length)), length));
        url.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        var answer = http.send(request.build(), BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException("the bucket answered " + answer.statusCode());
        }
    }

    private InputStream counting(Path file, long length) {
        try {
            return new CountingStream(Files.newInputStream(file), sent -> progress.sent(sent, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
