package passby.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalOidcIT {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);

    @Test
    void aTokenSaysWhoWhenAndHowAndItsKeyIsPublished() throws Exception {
        try (var oidc = LocalOidc.start(clock, "passby-city")) {
            var claims = verified(oidc.keys(), oidc.accessToken("officer-1", Duration.ofMinutes(5), Map.of()));

            assertThat(claims.getIssuer()).isEqualTo(oidc.issuer().toString());
            assertThat(claims.getSubject()).isEqualTo("officer-1");
            assertThat(claims.getAudience()).containsExactly("passby-city");
            assertThat(claims.getExpirationTime().toInstant()).isEqualTo(now.plusSeconds(300));
            assertThat(claims.getLongClaim("auth_time")).isEqualTo(now.getEpochSecond());
            assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "otp");
            assertThat(claims.getStringClaim("origin_jti")).isEqualTo("session-of-officer-1");
        }
    }

    @Test
    void aClaimThatIsAskedForReplacesTheUsualOne() throws Exception {
        try (var oidc = LocalOidc.start(clock, "passby-city")) {
            Map<String, Object> onlyPassword = Map.of("amr", List.of("pwd"));

            var claims = verified(oidc.keys(), oidc.accessToken("officer-1", Duration.ofMinutes(5), onlyPassword));

            assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        }
    }

    @Test
    void theConfigurationLeadsToTheKeys() throws Exception {
        try (var oidc = LocalOidc.start(clock, "passby-city")) {
            var configuration = get(URI.create(oidc.issuer() + "/.well-known/openid-configuration"));

            assertThat(configuration).contains("\"" + oidc.issuer() + "\"", "\"" + oidc.keys() + "\"");
        }
    }

    @Test
    void aTokenOfAnotherStartIsWorthless() throws Exception {
        String yesterdays;
        try (var oidc = LocalOidc.start(clock, "passby-city")) {
            yesterdays = oidc.accessToken("officer-1", Duration.ofHours(1), Map.of());
        }

        try (var oidc = LocalOidc.start(clock, "passby-city")) {
            assertThatThrownBy(() -> verified(oidc.keys(), yesterdays)).isInstanceOf(BadJOSEException.class);
        }
    }

    private static JWTClaimsSet verified(URI keys, String token) throws Exception {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(JWKSet.parse(get(keys)))));
        return processor.process(token, null);
    }

    private static String get(URI uri) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
