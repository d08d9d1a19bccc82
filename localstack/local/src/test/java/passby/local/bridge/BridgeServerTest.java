package passby.local.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.local.camera.CameraKeyFile;

/** The bridge's own door, with no camera behind it. */
class BridgeServerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final BridgeServer server = start();

    private BridgeServer start() {
        try {
            return new BridgeServer(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    "/a-secret-of-the-makers",
                    new Forwarder(Map.of()),
                    log::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void nothingIsLogged() {
        log.clear();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private HttpResponse<String> post(String path, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post("/a-secret-of-the-makers", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCameraWhoseKeyIsNotHereIsNotSpokenFor() throws Exception {
        var answer = post(Posts.of("openalpr-group"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("openalpr: no key is here for this camera.\n");
    }

    @Test
    void aSignOfLifeIsAnsweredAndNotSent() throws Exception {
        assertThat(post(Posts.of("openalpr-heartbeat")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatNoMakerWritesIsAnsweredWithoutItsContent() throws Exception {
        var answer = post("{\"plate\":\"KRT4827\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("KRT4827");
        assertThat(log).hasSize(1).noneMatch(line -> line.contains("KRT4827"));
    }

    @Test
    void aBodyBeyondTheBoundIsTooLarge() throws Exception {
        assertThat(post("/a-secret-of-the-makers", new byte[Webhooks.MAX_BODY + 1])
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void withoutTheSecretNothingIsHere() throws Exception {
        assertThat(post("/", Posts.of("openalpr-heartbeat").getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyPostsAreTaken() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/a-secret-of-the-makers"))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void beyondThisMachineTheBridgeNeedsASecret(@TempDir Path folder) throws IOException {
        var key = folder.resolve("cam.key");
        CameraKeyFile.findOrMake(key, "cam-elm", new Random(1));
        var weak = Files.writeString(folder.resolve("secret"), "short\n");
        var arguments = List.of(
                "--api",
                "http://127.0.0.1:1",
                "--city",
                "springfield",
                "--camera",
                "elm=" + key,
                "--listen",
                "0.0.0.0:0");

        assertThatThrownBy(() -> CameraBridge.start(arguments, http)).isInstanceOf(CameraBridge.WrongUse.class);
        var withWeak = new ArrayList<>(arguments);
        withWeak.addAll(List.of("--secret", weak.toString()));
        assertThatThrownBy(() -> CameraBridge.start(withWeak, http)).isInstanceOf(CameraBridge.WrongUse.class);
    }
}
