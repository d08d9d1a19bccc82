package passby.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import passby.local.camera.ApiClient;

/**
 * Somebody at the city's door, over real HTTP.
 *
 * @param token sent as the bearer's; nothing is sent when it is empty
 */
record Visitor(HttpClient http, URI api, String token) {
    private static final String JSON = "application/json";

    Reply get(String path) throws InterruptedException {
        return send("GET", path, "", new byte[0]);
    }

    Reply post(String path, Map<String, ?> body) throws InterruptedException {
        return post(path, ApiClient.json(body));
    }

    Reply post(String path, String json) throws InterruptedException {
        return send("POST", path, JSON, json.getBytes(UTF_8));
    }

    Reply send(String method, String path, String contentType, byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Happenings.PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return new Reply(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
