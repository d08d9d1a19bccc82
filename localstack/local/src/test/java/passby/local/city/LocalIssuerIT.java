package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.local.city.LocalIssuer.Place;
import passby.local.springfield.Springfield;

class LocalIssuerIT {
    private static final Place ANYWHERE = new Place("springfield", 0, 0);

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    @Test
    void theDeskHandsOutTokensOfItsIssuerAndEachIsASignInOfItsOwn() throws Exception {
        try (var issuer = LocalIssuer.start(ANYWHERE, clock, random)) {
            var first = SignedJWT.parse(ask(issuer, Springfield.OFFICER).body()).getJWTClaimsSet();
            var second =
                    SignedJWT.parse(ask(issuer, Springfield.OFFICER).body()).getJWTClaimsSet();

            assertThat(first.getIssuer()).isEqualTo(issuer.oidc().issuer().toString());
            assertThat(first.getAudience()).containsExactly("springfield");
            assertThat(first.getSubject()).isEqualTo(Springfield.OFFICER);
            assertThat(first.getStringClaim("origin_jti")).isNotEqualTo(second.getStringClaim("origin_jti"));
        }
    }

    @Test
    void aStrangerGetsNoToken() throws Exception {
        try (var issuer = LocalIssuer.start(ANYWHERE, clock, random)) {
            var answer = ask(issuer, "officer-nobody");

            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aTakenPortOfTheDeskLeavesNoIssuerBehind() throws Exception {
        try (var issuer = LocalIssuer.start(ANYWHERE, clock, random)) {
            var free = freePort();
            var taken = new Place("springfield", free, issuer.desk().endpoint().getPort());

            assertThatThrownBy(() -> LocalIssuer.start(taken, clock, random)).isInstanceOf(BindException.class);

            try (var next = LocalIssuer.start(new Place("springfield", free, 0), clock, random)) {
                assertThat(next.oidc().issuer().getPort()).isEqualTo(free);
            }
        }
    }

    @Test
    void aCommandLineIsAnAudienceAndTwoPorts() {
        assertThat(Place.parse(List.of("springfield", "4567", "4568"))).contains(new Place("springfield", 4567, 4568));
        assertThat(Place.parse(List.of("springfield", "4567"))).isEmpty();
        assertThat(Place.parse(List.of("springfield", "4567", "desk"))).isEmpty();
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> ask(LocalIssuer issuer, String person) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(issuer.desk().endpoint().resolve("/" + person))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
