package passby.local.engine;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OIDC issuer for made-up people. Its key is made at each start and never stored, so a token of yesterday's city is worthless today.
 * It is one of P-256, which is there at once: an RSA key takes a cold JVM a second or two.
 */
public final class LocalOidc implements AutoCloseable {
    private static final String ISSUER = "passby";
    private static final boolean LOGIN_PAGE = false;

    private final MockOAuth2Server server;
    private final Clock clock;
    private final String audience;

    private LocalOidc(MockOAuth2Server server, Clock clock, String audience) {
        this.server = server;
        this.clock = clock;
        this.audience = audience;
    }

    /** On a free port. */
    public static LocalOidc start(Clock clock, String audience) {
        return start(clock, audience, 0);
    }

    /** @param port 0 for a free one */
    public static LocalOidc start(Clock clock, String audience, int port) {
        // Without a list of its own the library would sign with keys that lie in its jar, known to everybody.
        var keys = new KeyProvider(List.of(), "ES256");
        var tokens = new OAuth2TokenProvider(keys, clock::instant);
        var server = new MockOAuth2Server(new OAuth2Config(LOGIN_PAGE, null, null, false, tokens, Set.of()));
        server.start(InetAddress.ofLiteral(Loopback.HOST), port);
        return new LocalOidc(server, clock, audience);
    }

    /** The {@code iss} of every token; {@code <issuer>/.well-known/openid-configuration} leads to the keys. */
    public URI issuer() {
        // Not the library's issuerUrl: that asks the machine's resolver for a name of the loopback address.
        return Loopback.uri(server.baseUrl().port()).resolve("/" + ISSUER);
    }

    /** Where the public keys are, as a JWK set. */
    public URI keys() {
        return Loopback.uri(server.baseUrl().port())
                .resolve(server.jwksUrl(ISSUER).encodedPath());
    }

    /**
     * An access token as the city's own pool issues it after password and one-time code: {@code iss}, {@code sub}, {@code aud},
     * {@code origin_jti}, {@code auth_time} (now) and {@code amr}, signed with ES256 (a pool signs with
     * RS256; the city takes both). Claims given here replace these.
     */
    public String accessToken(String personId, Duration life, Map<String, Object> claims) {
        var all = new HashMap<String, Object>();
        all.put("iss", issuer().toString());
        all.put("sub", personId);
        all.put("aud", List.of(audience));
        all.put("origin_jti", "session-of-" + personId);
        all.put("auth_time", clock.instant().getEpochSecond());
        all.put("amr", List.of("pwd", "otp"));
        all.put("token_use", "access");
        all.putAll(claims);
        return server.getConfig().getTokenProvider().jwt(all, life, ISSUER).serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
