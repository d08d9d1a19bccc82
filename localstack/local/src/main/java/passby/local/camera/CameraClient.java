package passby.local.camera;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a camera, simulated or real, does with the API: asks for upload URLs with a token signed by its own key, then puts each picture under its URL with
 * exactly the headers that came with it. Nothing is tried twice.
 *
 * @param city where {@code /v1/uploads} is: host and stage
 */
public record CameraClient(URI city, CameraTokenMaker tokens, HttpClient http) {
    private static final String UPLOADS = "/v1/uploads";
    private static final String READS = "/v1/reads";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int STORED = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The client writes these itself, from the URL and the body. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "content-length");

    /** One answer for each shot, in the same order. */
    public List<UploadResult> send(List<CameraImage> shots) throws IOException, InterruptedException {
        var answer = post(UPLOADS, announcement(shots));
        var sent = new ArrayList<UploadResult>();
        if (answer.statusCode() != CREATED) {
            shots.forEach(_ -> sent.add(new UploadResult.Refused(answer.statusCode(), answer.body())));
            return sent;
        }
        var uploads = JSON.readTree(answer.body()).required("uploads");
        for (int n = 0; n < shots.size(); n++) {
            var upload = uploads.required(n);
            sent.add(
                    upload.has("refused")
                            ? new UploadResult.Refused(
                                    answer.statusCode(), upload.get("refused").asText())
                            : put(shots.get(n), upload));
        }
        return sent;
    }

    /** Reads of the camera's own: one answer for each, in the same order. */
    public List<UploadResult> post(List<ObjectNode> reads) throws IOException, InterruptedException {
        var request = JsonNodeFactory.instance.objectNode();
        request.putArray("reads").addAll(reads);
        var answer = post(READS, request.toString().getBytes(UTF_8));
        var sent = new ArrayList<UploadResult>();
        if (answer.statusCode() != CREATED) {
            reads.forEach(_ -> sent.add(new UploadResult.Refused(answer.statusCode(), answer.body())));
            return sent;
        }
        JSON.readTree(answer.body())
                .required("reads")
                .forEach(read -> sent.add(
                        read.has("refused")
                                ? new UploadResult.Refused(
                                        answer.statusCode(), read.get("refused").asText())
                                : new UploadResult.Stored(
                                        read.required("uploadId").asText())));
        return sent;
    }

    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(under(city, path))
                .header("Authorization", "Bearer " + tokens.token("POST", path, body))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofString(UTF_8));
    }

    private static byte[] announcement(List<CameraImage> shots) {
        var request = JsonNodeFactory.instance.objectNode();
        var uploads = request.putArray("uploads");
        shots.forEach(shot -> uploads.add(shot.announcement()));
        return request.toString().getBytes(UTF_8);
    }

    private UploadResult put(CameraImage shot, JsonNode upload) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(upload.required("url").asText()));
        upload.required("headers").properties().forEach(header -> {
            if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                request.header(header.getKey(), header.getValue().asText());
            }
        });
        var answer =
                http.send(request.PUT(BodyPublishers.ofByteArray(shot.jpeg())).build(), BodyHandlers.discarding());
        var id = upload.required("uploadId").asText();
        return answer.statusCode() == STORED
                ? new UploadResult.Stored(id)
                : new UploadResult.NotStored(id, answer.statusCode());
    }

    /** A path of the API under its address, which may end in a stage: resolving it would lose that. */
    static URI under(URI city, String path) {
        var text = city.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}
