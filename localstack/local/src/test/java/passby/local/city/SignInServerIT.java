package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.local.engine.LocalOidc;

/** Requests are written by hand, because no client of the JDK lets a program lie about its host and origin. */
final class SignInServerIT {
    private static final String APP = "http://127.0.0.1:8080";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    /** Of that verifier. Source: RFC 7636, appendix B. */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final String ASKED =
            "response_type=code&client_id=passby-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fapp%2F"
                    + "&state=state-of-the-app&code_challenge=" + CHALLENGE + "&code_challenge_method=S256";

    private LocalOidc oidc;
    private SignInServer server;
    private SignInCodes codes;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private int seed;

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void start() throws IOException {
        oidc = LocalOidc.start(clock, "officers");
        codes = new SignInCodes(clock, count -> {
            var bytes = new byte[count];
            bytes[0] = (byte) ++seed;
            return bytes;
        });
        server = SignInServer.start(
                oidc, Set.of("officer-lopez"), Set.of(URI.create(APP + "/app/")), () -> "session-1", codes);
    }

    @AfterEach
    void stop() {
        server.close();
        oidc.close();
    }

    private String send(String line, String body, String... headers) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            var request = line + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String here() {
        return "Host: 127.0.0.1:" + server.endpoint().getPort();
    }

    private String fromHere() {
        return "Origin: " + server.endpoint();
    }

    private String signedIn() throws IOException {
        var answer = send("POST /authorize", ASKED + "&person=officer-lopez", here(), fromHere());
        assertThat(answer).startsWith("HTTP/1.1 303").contains("&state=state-of-the-app");
        return answer.replaceAll("(?s).*Location: http://127\\.0\\.0\\.1:8080/app/\\?code=([A-Za-z0-9_-]+)&.*", "$1");
    }

    private String redeemed(String code, String verifier, String origin) throws IOException {
        var body =
                "grant_type=authorization_code&client_id=passby-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fapp%2F&code="
                        + code + "&code_verifier=" + verifier;
        return send("POST /token", body, here(), "Origin: " + origin);
    }

    @Test
    void whoeverSignsInOnThePageGetsATokenForTheSecretOfTheirApp() throws IOException {
        assertThat(send("GET /authorize?" + ASKED, "", here()))
                .startsWith("HTTP/1.1 200")
                .contains("officer-lopez");

        var answer = redeemed(signedIn(), VERIFIER, APP);

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"access_token\":\"ey")
                .contains("origin: " + APP);
    }

    @Test
    void aCodeWorksOnceAndOnlyWithItsSecret() throws IOException {
        var code = signedIn();

        assertThat(redeemed(code, VERIFIER, APP)).startsWith("HTTP/1.1 200");
        assertThat(redeemed(code, VERIFIER, APP)).startsWith("HTTP/1.1 400").contains("invalid_grant");
        assertThat(redeemed(signedIn(), "x".repeat(43), APP)).startsWith("HTTP/1.1 400");
    }

    @Test
    void aCodeIsWorthNothingAfterAMinute() throws IOException {
        var code = signedIn();

        now = now.plus(Duration.ofMinutes(1));

        assertThat(redeemed(code, VERIFIER, APP)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://127.0.0.1:8081", "null"})
    void aPageOfAnotherOriginGetsNeitherCodeNorToken(String origin) throws IOException {
        assertThat(redeemed(signedIn(), VERIFIER, origin))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("Allow-Origin");
        assertThat(send("POST /authorize", ASKED + "&person=officer-lopez", here(), "Origin: " + origin))
                .startsWith("HTTP/1.1 403");
        assertThat(send("POST /authorize", ASKED + "&person=officer-lopez", here()))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1"})
    void aRequestForAnotherHostIsNotServed(String host) throws IOException {
        assertThat(send("GET /authorize?" + ASKED, "", "Host: " + host)).startsWith("HTTP/1.1 403");
    }

    @Test
    void aCodeGoesToTheAppsOwnAddressOnlyAndNothingOfTheRequestIsMarkup() throws IOException {
        var elsewhere = ASKED.replace("8080%2Fapp%2F", "8080%2Fapp%2F..%2Fv1");
        var markup = ASKED.replace("state-of-the-app", "%22%3E%3Cscript%3E");
        var plain = ASKED.replace("S256", "plain");
        var twice = ASKED + "&redirect_uri=http%3A%2F%2Fevil.example%2F";

        for (var asked : Set.of(elsewhere, markup, plain, twice)) {
            assertThat(send("GET /authorize?" + asked, "", here())).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void nobodyElseCanSignIn() throws IOException {
        assertThat(send("POST /authorize", ASKED + "&person=officer-stranger", here(), fromHere()))
                .startsWith("HTTP/1.1 400");
    }
}
