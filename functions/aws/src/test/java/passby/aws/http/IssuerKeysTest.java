package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.aws.http.Authentication.Verdict;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.TestIssuer;
import passby.core.people.Caller;

/** Over a real connection of the loopback interface. */
final class IssuerKeysTest {
    private final EdgeCity city = new EdgeCity();
    private final AtomicReference<String> served = new AtomicReference<>("{\"keys\":[]}");
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    IssuerKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serveKeys() {
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            var body = served.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        served.set(city.issuer().publicKeys());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keysAreFetchedOnceAndKept() {
        var people = people();

        var first = verify(people, city.operatorToken());
        var second = verify(people, city.operatorToken());

        assertThat(first).isInstanceOf(Verdict.Known.class);
        assertThat(second).isInstanceOf(Verdict.Known.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void forgedTokensCannotFloodTheIssuer() throws JOSEException {
        var people = people();
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("stranger").generate();

        for (var i = 0; i < 20; i++) {
            assertThat(verify(people, forged(stranger))).isInstanceOf(Verdict.Refused.class);
        }

        assertThat(asked.get()).isLessThan(4);
        assertThat(verify(people, city.operatorToken())).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void anIssuerThatSendsWithoutEndIsNotReadToTheEnd() {
        served.set(" ".repeat(1 << 20) + city.issuer().publicKeys());

        assertThat(verify(people(), city.operatorToken())).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void anIssuerThatIsDownIsUnavailable() {
        server.stop(0);

        assertThat(verify(people(), city.operatorToken())).isInstanceOf(Verdict.Unavailable.class);
    }

    private String forged(ECKey key) {
        return new TestIssuer(key).token(EdgeCity.OPERATOR, city.now());
    }

    private PersonAuthentication people() {
        var address = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/keys");
        return new PersonAuthentication(
                TestIssuer.ISSUER, IssuerKeys.remote(address), city.identifyCaller(), city.clock());
    }

    private static Verdict<Caller> verify(PersonAuthentication people, String token) {
        return people.verify(
                HttpRequest.of(Call.get("/v1/hits").withToken(token).event()));
    }
}
