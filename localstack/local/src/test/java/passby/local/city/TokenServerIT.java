package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.local.engine.LocalOidc;

/** Requests are written by hand, because no client of the JDK lets a program lie about its host. */
final class TokenServerIT {
    private LocalOidc oidc;
    private TokenServer server;

    @BeforeEach
    void start() throws IOException {
        oidc = LocalOidc.start(Clock.systemUTC(), "officers");
        server = TokenServer.start(oidc, Set.of("officer-lopez"), () -> "session-1");
    }

    @AfterEach
    void stop() {
        server.close();
        oidc.close();
    }

    private String firstLine(String... headers) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            var request =
                    "GET /officer-lopez HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElseThrow();
        }
    }

    private String here() {
        return "Host: 127.0.0.1:" + server.endpoint().getPort();
    }

    @Test
    void aProgramOfThisMachineGetsAToken() throws IOException {
        assertThat(firstLine(here())).isEqualTo("HTTP/1.1 200 OK");
        assertThat(firstLine("Host: localhost:" + server.endpoint().getPort())).isEqualTo("HTTP/1.1 200 OK");
    }

    /** DNS rebinding: a page's own name points to this machine, and the browser asks the page's own origin. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:80", "127.0.0.1", "127.0.0.1:1"})
    void aRequestForAnotherHostGetsNoToken(String host) throws IOException {
        assertThat(firstLine("Host: " + host)).isEqualTo("HTTP/1.1 403 Forbidden");
    }

    @Test
    void aScriptOfAnotherOriginGetsNoToken() throws IOException {
        assertThat(firstLine(here(), "Origin: https://evil.example")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(firstLine(here(), "Sec-Fetch-Site: cross-site")).isEqualTo("HTTP/1.1 403 Forbidden");
    }
}
