package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import passby.aws.capture.CameraAuthentication;
import passby.aws.http.Authentication.Verdict;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.TestIssuer;

/** Whatever stands where a token should: it is refused, and nothing breaks. */
final class HostileTokenProperties {
    private static final EdgeCity CITY = new EdgeCity();
    private static final Authentication<?> CAMERAS = new CameraAuthentication(
            CITY.stores().cameras(), CITY.stores().cameraTokens(), CITY.policy(), CITY.clock());
    private static final Authentication<?> PEOPLE =
            new PersonAuthentication(TestIssuer.ISSUER, CITY.issuer().keys(), CITY.identifyCaller(), CITY.clock());

    @Property(tries = 300)
    void anyTextIsRefused(@ForAll String text) {
        assertRefused(text);
    }

    @Property(tries = 500)
    void anythingInTheShapeOfATokenIsRefused(
            @ForAll("json") String header, @ForAll("json") String claims, @ForAll byte[] signature) {
        assertRefused(encoded(header) + "." + encoded(claims) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    @Property(tries = 300)
    void anyClaimsUnderAHeaderOfOursAreRefused(@ForAll("json") String claims) {
        var camera = "{\"typ\":\"passby-camera+jwt\",\"alg\":\"EdDSA\",\"kid\":\"key-1\"}";
        var person = "{\"alg\":\"ES256\",\"kid\":\"ec-1\"}";

        assertRefused(encoded(camera) + "." + encoded(claims) + ".AAAA");
        assertRefused(encoded(person) + "." + encoded(claims) + ".AAAA");
    }

    /** Deep nesting is what breaks readers that call themselves. */
    @Example
    void deepNestingIsRefused() {
        var deep = "{\"iss\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";

        assertRefused(encoded("{\"alg\":\"ES256\",\"kid\":\"ec-1\"}") + "." + encoded(deep) + ".AAAA");
        assertRefused(encoded(deep.replaceFirst("iss", "alg")) + "." + encoded("{}") + ".AAAA");
        var wide = "{\"iss\":" + "{\"a\":".repeat(500) + "1" + "}".repeat(500) + "}";
        assertRefused(encoded("{\"typ\":\"passby-camera+jwt\",\"alg\":\"EdDSA\",\"kid\":\"k\"}") + "." + encoded(wide)
                + ".AAAA");
    }

    @Provide
    Arbitrary<String> json() {
        var value = Arbitraries.of(
                "1e400",
                "-1",
                "9223372036854775807",
                "1e18",
                "null",
                "true",
                "[]",
                "{}",
                "\"\"",
                "[null]",
                "NaN",
                "\"elm-third-n\"",
                "[1,[2]]",
                "{\"a\":{}}",
                "\"\\ud800\"",
                "",
                "-0.0",
                "\"passby-camera+jwt\"");
        var name = Arbitraries.of(
                "alg",
                "typ",
                "kid",
                "crit",
                "b64",
                "jwk",
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "nbf",
                "jti",
                "htm",
                "amr",
                "auth_time",
                "sid",
                "origin_jti");
        return Arbitraries.maps(name, value).ofMaxSize(8).map(members -> {
            var text = new StringBuilder("{");
            members.forEach((key, said) -> text.append(text.length() > 1 ? "," : "")
                    .append('"')
                    .append(key)
                    .append("\":")
                    .append(said));
            return text.append('}').toString();
        });
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String token) {
        var request = HttpRequest.of(Call.get("/v1/hits").withToken(token).event());
        assertThat(CAMERAS.verify(request)).isInstanceOf(Verdict.Refused.class);
        assertThat(PEOPLE.verify(request)).isInstanceOf(Verdict.Refused.class);
    }
}
