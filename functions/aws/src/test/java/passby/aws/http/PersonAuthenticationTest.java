package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import passby.aws.http.Authentication.Verdict;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.TestIssuer;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.testing.TestData;

final class PersonAuthenticationTest {
    private final EdgeCity city = new EdgeCity();
    private final Call call = Call.get("/v1/hits");

    @Test
    void aPersonIsKnownByTheIssuersTokenWhicheverOfTheTwoAlgorithmsItUses() {
        assertThat(verify(city.operatorToken())).isInstanceOf(Verdict.Known.class);
        assertThat(verify(city.issuer().rsaToken(EdgeCity.OPERATOR, city.now())))
                .isInstanceOf(Verdict.Known.class);
    }

    @Test
    void whoItIsComesFromTheCityAndHowTheySignedInFromTheToken() {
        var sent = call.withToken(city.operatorToken()).withHeader("User-Agent", "Phone\t\u00e9" + "x".repeat(300));

        var verdict = authentication(city.issuer().keys(), TestIssuer.ISSUER).verify(HttpRequest.of(sent.event()));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Known.class, known -> {
            var caller = (Caller) known.caller();
            assertThat(caller.person().roles()).containsExactly(Role.OPERATOR);
            assertThat(caller.signedInAt()).isEqualTo(city.now());
            assertThat(caller.device()).hasSize(200).startsWith("Phonexxx");
        });
    }

    @Test
    void rolesInATokenAreNotRead() {
        var token = token(EdgeCity.ADMIN, claims -> claims.claim("cognito:groups", List.of("operator")));

        assertThat(verify(token))
                .isInstanceOfSatisfying(
                        Verdict.Known.class,
                        known -> assertThat(((Caller) known.caller()).person().roles())
                                .containsExactly(Role.SYSTEM_ADMIN));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        var parts = city.operatorToken().split("\\.", -1);
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertRefused(header + "." + parts[1] + ".");
        assertRefused(header + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() {
        assertRefused(city.issuer().hmacToken(EdgeCity.OPERATOR, city.now()));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertRefused(new TestIssuer().token(EdgeCity.OPERATOR, city.now()));
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.issuer("https://login.shelbyville.example")));
    }

    @Test
    void aTokenForAnotherAppIsRefused() {
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.audience("another-app")));
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.audience(List.of())));
    }

    @Test
    void cognitoSaysTheAudienceInItsOwnWay() {
        var access = token(
                EdgeCity.OPERATOR,
                claims -> claims.audience(List.of())
                        .claim("client_id", "passby-app")
                        .claim("token_use", "access"));
        var id = token(EdgeCity.OPERATOR, claims -> claims.claim("token_use", "id"));

        assertThat(verify(access)).isInstanceOf(Verdict.Known.class);
        assertRefused(id);
    }

    @Test
    void anIdTokenOfAnyIssuerIsNoAccessToken() {
        for (var only : List.of("nonce", "at_hash", "c_hash")) {
            assertRefused(token(
                    EdgeCity.OPERATOR, claims -> claims.claim("token_use", null).claim(only, "something")));
        }
    }

    @Test
    void aSignInByTextMessageIsRefusedEvenBesideAnotherFactor() {
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.claim("amr", List.of("pwd", "otp", "sms"))));
    }

    @Test
    void aTokenBeforeOrAfterItsTimeIsRefused() {
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.expirationTime(Date.from(city.now()))));
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.expirationTime(null)));
        assertRefused(token(
                EdgeCity.OPERATOR,
                claims -> claims.notBeforeTime(Date.from(city.now().plusSeconds(1)))));
    }

    @Test
    void aTokenThatDoesNotNameItsSignInIsRefused() {
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.claim("origin_jti", null)));
        assertThat(verify(token(
                        EdgeCity.OPERATOR,
                        claims -> claims.claim("origin_jti", null).claim("sid", "s-1"))))
                .isInstanceOf(Verdict.Known.class);
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.claim("origin_jti", 7)));
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.claim("auth_time", null)));
    }

    @Test
    void aSignInWithoutASecondFactorIsRefusedUnlessTheIssuerEnforcesOne() {
        var token = token(EdgeCity.OPERATOR, claims -> claims.claim("amr", List.of("pwd")));
        var enforcing = new Issuer(TestIssuer.ISSUER.uri(), TestIssuer.ISSUER.audience(), true);

        assertRefused(token);
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.claim("amr", null)));
        assertThat(authentication(city.issuer().keys(), enforcing)
                        .verify(HttpRequest.of(call.withToken(token).event())))
                .isInstanceOf(Verdict.Known.class);
    }

    @Test
    void nobodyUnknownDisabledOrLockedIsLetIn() {
        city.stores().people().put(TestData.disabled(TestData.person("officer-gone", Role.OPERATOR)));
        var before = city.operatorToken();
        assertThat(verify(before)).isInstanceOf(Verdict.Known.class);

        city.stores().sessions().end(EdgeCity.OPERATOR, "sign-in of " + EdgeCity.OPERATOR);

        assertRefused(before);
        assertRefused(city.issuer().token("nobody", city.now()));
        assertRefused(city.issuer().token("officer-gone", city.now()));
    }

    @Test
    void anIdleSignInIsLocked() {
        var token = token(
                EdgeCity.OPERATOR,
                claims -> claims.expirationTime(Date.from(city.now().plus(Duration.ofDays(1)))));
        assertThat(verify(token)).isInstanceOf(Verdict.Known.class);

        city.clock().advance(Duration.ofMinutes(31));

        assertRefused(token);
    }

    @Test
    void aCamerasTokenIsNobodysAndNeitherIsAnotherType() {
        assertRefused(city.cameraToken(call));
        assertRefused(city.issuer().tokenOfType("passby-camera+jwt", EdgeCity.OPERATOR, city.now()));
        assertThat(verify(city.issuer().tokenOfType("at+jwt", EdgeCity.OPERATOR, city.now())))
                .isInstanceOf(Verdict.Known.class);
    }

    @Test
    void withoutTheIssuersKeysNothingIsDecided() {
        assertThat(verdictWithKeys(new JWKSetUnavailableException("issuer down")))
                .isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void tooManyTokensWithUnknownKeysAreForgeriesAndNotAnOutage() {
        assertThat(verdictWithKeys(new RateLimitReachedException())).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anEndlessTokenIsRefusedUnread() {
        assertRefused(token(EdgeCity.OPERATOR, claims -> claims.claim("padding", "x".repeat(9000))));
        assertRefused("");
        assertRefused("a.b.c");
    }

    @Test
    void twoTokensAreNone() {
        var event = call.withToken(city.operatorToken()).event();
        event.getMultiValueHeaders()
                .put("authorization", List.of("Bearer a", event.getHeaders().get("authorization")));

        assertThat(authentication(city.issuer().keys(), TestIssuer.ISSUER).verify(HttpRequest.of(event)))
                .isInstanceOf(Verdict.Refused.class);
    }

    private Verdict<Caller> verdictWithKeys(KeySourceException failure) {
        JWKSource<SecurityContext> broken = (selector, context) -> {
            throw failure;
        };
        return authentication(broken, TestIssuer.ISSUER)
                .verify(HttpRequest.of(call.withToken(city.operatorToken()).event()));
    }

    private String token(String personId, Consumer<JWTClaimsSet.Builder> change) {
        return city.issuer().token(personId, city.now(), change);
    }

    private void assertRefused(String token) {
        assertThat(verify(token)).isInstanceOf(Verdict.Refused.class);
    }

    private Verdict<Caller> verify(String token) {
        return authentication(city.issuer().keys(), TestIssuer.ISSUER)
                .verify(HttpRequest.of(call.withToken(token).event()));
    }

    private PersonAuthentication authentication(JWKSource<SecurityContext> keys, Issuer issuer) {
        var identify = city.identifyCaller();
        return new PersonAuthentication(issuer, keys, identify, city.clock());
    }
}
