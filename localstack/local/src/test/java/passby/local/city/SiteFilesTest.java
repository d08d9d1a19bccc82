package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.api.SiteHeaders;

final class SiteFilesTest {
    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        var site = Files.createDirectories(folder.resolve("site/assets"));
        Files.writeString(folder.resolve("secret.txt"), "beside the site");
        Files.writeString(folder.resolve("site/index.html"), "<!doctype html>");
        Files.writeString(site.resolve("main-1a2b.js"), "0");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/app/",
                new SiteFiles(
                        "/app/",
                        folder.resolve("site"),
                        SiteHeaders.forApp("https://issuer.example"),
                        Map.of("config.json", "{}")));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String get(String path) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFileComesWithItsTypeAndTheHeadersOfTheSite() throws IOException {
        assertThat(get("/app/"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-Type: text/html")
                .contains("require-trusted-types-for 'script'")
                .contains("connect-src 'self' https://issuer.example;")
                .contains("frame-ancestors 'none'")
                .contains("no-cache");
        assertThat(get("/app/assets/main-1a2b.js")).contains("text/javascript").contains("immutable");
        assertThat(get("/app/config.json")).startsWith("HTTP/1.1 200").contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/../secret.txt",
                "/app/%2e%2e/secret.txt",
                "/app/..%2fsecret.txt",
                "/app/assets",
                "/app/none.js"
            })
    void nothingBesideTheSiteIsServed(String path) throws IOException {
        assertThat(get(path)).startsWith("HTTP/1.1 404").doesNotContain("beside the site");
    }
}
