package passby.infra.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;
import passby.aws.api.SiteHeaders;
import passby.infra.deployment.Deployment;
import passby.infra.deployment.WebSettings;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/** What browsers get, as CloudFormation is told. */
final class WebStackTest {
    private static final Deployment.OwnIssuer ISSUER =
            new Deployment.OwnIssuer("https://id.city.example", "https://id.city.example/jwks", "passby");

    private final SynthesizedStack web = Templates.aws().web();
    private final JsonNode distribution = distribution(web);

    @Test
    void appApiPublicPageAndLogAreUnderOneOrigin() {
        assertThat(behaviours()
                        .map(behaviour -> behaviour.path("PathPattern").asText() + " "
                                + behaviour.path("TargetOriginId").asText()))
                .containsExactly("/v1/* api", "/log/* log", "/public/v1/* log", "/public/* site", "/app/* site");
        assertThat(origin("log").path("OriginPath").asText()).isEqualTo("/log/public");
        assertThat(origin("api").path("OriginPath").asText()).isEqualTo("/city");
    }

    @Test
    void nothingThatTheApiAnswersIsKept() {
        var api = behaviour("/v1/*");

        assertThat(api.path("CachePolicyId").asText()).isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
        assertThat(api.path("ViewerProtocolPolicy").asText()).isEqualTo("https-only");
        assertThat(Values.each(api.path("AllowedMethods"))).contains("POST", "PUT", "DELETE");
    }

    @Test
    void noBucketIsReadButThroughTheDistribution() {
        for (var id : List.of("site", "log")) {
            assertThat(origin(id).has("OriginAccessControlId")).as(id).isTrue();
        }
        assertThat(web.properties("AWS::CloudFront::OriginAccessControl"))
                .singleElement()
                .satisfies(access -> assertThat(access.path("OriginAccessControlConfig")
                                .path("SigningBehavior")
                                .asText())
                        .isEqualTo("always"));
        assertThat(web.properties("AWS::S3::Bucket"))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.path("PublicAccessBlockConfiguration")
                                .path("RestrictPublicBuckets")
                                .asBoolean())
                        .isTrue());
    }

    @Test
    void appAndPageHaveTheHeadersThatTheLocalCitySends() {
        var app = policy("AppHeaders");
        var page = policy("PageHeaders");

        assertThat(app)
                .contains(SiteHeaders.forApp("https://passby-${AWS::AccountId}.auth.${AWS::Region}.amazoncognito.com")
                        .get("Content-Security-Policy"))
                .contains("trusted-types passby-worker", "\"Permissions-Policy\"", "\"Cross-Origin-Opener-Policy\"");
        assertThat(page)
                .contains(SiteHeaders.forPublicPage().get("Content-Security-Policy"))
                .doesNotContain("amazoncognito");
    }

    /** Programs of anybody may read the log and its data; nobody's program may read the API or the app. */
    @Test
    void onlyFilesForEverybodyAreForOtherOrigins() {
        assertThat(policy("FileHeaders")).contains("\"AccessControlAllowOrigins\":{\"Items\":[\"*\"]}");
        assertThat(policy("AppHeaders")).doesNotContain("AccessControlAllow");
        assertThat(policy("PageHeaders")).doesNotContain("AccessControlAllow");
        assertThat(behaviour("/v1/*").has("ResponseHeadersPolicyId")).isFalse();
        assertThat(behaviour("/log/*").path("ResponseHeadersPolicyId"))
                .isEqualTo(behaviour("/public/v1/*").path("ResponseHeadersPolicyId"))
                .isNotEqualTo(behaviour("/app/*").path("ResponseHeadersPolicyId"));
    }

    @Test
    void thereIsNoLogOfWhoAskedForWhat() {
        assertThat(distribution.has("Logging")).isFalse();
        assertThat(web.ofType("AWS::CloudFront::RealtimeLogConfig")).isEmpty();
        assertThat(Templates.aws().edge().ofType("AWS::WAFv2::LoggingConfiguration"))
                .isEmpty();
    }

    @Test
    void everyRequestPassesTheFunctionThatSaysWhoAsks() {
        assertThat(Stream.concat(behaviours(), Stream.of(distribution.path("DefaultCacheBehavior"))))
                .hasSize(6)
                .allMatch(behaviour -> behaviour
                        .path("FunctionAssociations")
                        .path(0)
                        .path("EventType")
                        .asText()
                        .equals("viewer-request"));
        assertThat(web.properties("AWS::CloudFront::Function")
                        .map(function -> function.path("FunctionCode").asText()))
                .singleElement()
                .asString()
                .contains("request.headers['x-passby-viewer'] = { value: event.viewer.ip }");
    }

    /** Without the secret anybody could choose the address by which they are counted. */
    @Test
    void theApiIsToldASecretAndTheSameOneIsInItsFirewall() {
        var header = origin("api").path("OriginCustomHeaders").path(0);
        var rules = Templates.aws()
                .service()
                .properties("AWS::WAFv2::WebACL")
                .toList()
                .toString();

        assertThat(header.path("HeaderName").asText()).isEqualTo("x-passby-edge");
        assertThat(header.path("HeaderValue").asText())
                .isEqualTo("{{resolve:secretsmanager:passby-edge:SecretString}}");
        assertThat(rules).contains(header.path("HeaderValue").asText());
        assertThat(Templates.aws().data().properties("AWS::SecretsManager::Secret", "Name", "passby-edge"))
                .isNotEmpty();
    }

    @Test
    void itsFirewallIsMadeForCloudFrontAndStopsFloods() {
        var acl = Templates.aws().edge().properties("AWS::WAFv2::WebACL").toList();

        assertThat(acl).singleElement().satisfies(firewall -> {
            assertThat(firewall.path("Scope").asText()).isEqualTo("CLOUDFRONT");
            assertThat(firewall.toString()).contains("RateBasedStatement", "AWSManagedRulesKnownBadInputsRuleSet");
            assertThat(firewall.toString()).doesNotContain("\"SampledRequestsEnabled\":true");
        });
        assertThat(Values.text(distribution.path("WebACLId"))).isEqualTo("${Firewall}");
    }

    @Test
    void anAlarmRingsOnceThereIsADistribution() {
        var edge = Templates.aws().edge();

        assertThat(edge.ofType("AWS::CloudWatch::Alarm").values())
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.path("Condition").asText()).contains("HasDistribution");
                    assertThat(alarm.path("Properties").path("MetricName").asText())
                            .isEqualTo("5xxErrorRate");
                    assertThat(alarm.path("Properties").path("AlarmActions")).hasSize(1);
                });
    }

    @Test
    void aDomainOfTheCitysOwnTakesNoOldTls() {
        var own = synthesised(new WebSettings(
                Optional.of(new WebSettings.OwnDomain(
                        "plates.city.example", "arn:aws:acm:us-east-1:111122223333:certificate/made-up")),
                Optional.empty()));

        var config = distribution(own);

        assertThat(Values.each(config.path("Aliases"))).containsExactly("plates.city.example");
        assertThat(config.path("ViewerCertificate")
                        .path("MinimumProtocolVersion")
                        .asText())
                .isEqualTo("TLSv1.2_2021");
        assertThat(own.template().path("Outputs").path("SiteUrl").path("Value").asText())
                .isEqualTo("https://plates.city.example");
    }

    @Test
    void withAnIssuerOfItsOwnTheAppTalksToThatTokenEndpoint() {
        var pages = new WebSettings.SignInPages(
                "https://id.city.example/authorize", "https://tokens.city.example:8443/oauth/token");

        var own = Templates.of(
                        deployment(Optional.of(ISSUER), new WebSettings(Optional.empty(), Optional.of(pages))),
                        Functions.ALL)
                .web();

        assertThat(own.toString()).contains("connect-src 'self' https://tokens.city.example:8443; manifest-src");
    }

    @Test
    void whereNobodyCouldSignInAndOnLocalStackThereIsNoWebPart() {
        assertThat(deployment(Optional.of(ISSUER), WebSettings.USUAL).hasWeb()).isFalse();
        assertThat(Templates.local().has("web")).isFalse();
        assertThat(Templates.local().has("edge")).isFalse();
        assertThat(Templates.local().data().ofType("AWS::SecretsManager::Secret"))
                .isEmpty();
    }

    @Test
    void halfOfADomainIsRefused() {
        var app = software.amazon.awscdk.App.Builder.create()
                .context(java.util.Map.of("webDomain", "plates.city.example"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.of(app.getNode(), java.nio.file.Path.of("/city")))
                .withMessage("webDomain and webCertificate are given together, or neither.");
    }

    private static SynthesizedStack synthesised(WebSettings settings) {
        return Templates.of(deployment(Optional.empty(), settings), Functions.ALL)
                .web();
    }

    private static Deployment deployment(Optional<Deployment.OwnIssuer> issuer, WebSettings settings) {
        var usual = Templates.deployment("passby", false, issuer);
        return new Deployment(
                usual.name(),
                false,
                issuer,
                usual.functionsZip(),
                usual.recognizer(),
                usual.cameras(),
                usual.ledger(),
                settings,
                usual.safeguards(),
                usual.emailSender());
    }

    private static JsonNode distribution(SynthesizedStack stack) {
        return stack.properties("AWS::CloudFront::Distribution")
                .findFirst()
                .orElseThrow()
                .path("DistributionConfig");
    }

    private Stream<JsonNode> behaviours() {
        return Values.list(distribution.path("CacheBehaviors")).stream();
    }

    private JsonNode behaviour(String pattern) {
        return behaviours()
                .filter(behaviour -> behaviour.path("PathPattern").asText().equals(pattern))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode origin(String id) {
        return Values.list(distribution.path("Origins")).stream()
                .filter(origin -> origin.path("Id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String policy(String name) {
        return web.properties("AWS::CloudFront::ResponseHeadersPolicy")
                .map(policy -> policy.path("ResponseHeadersPolicyConfig"))
                .filter(policy -> policy.path("Name").asText().equals("passby-" + name))
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
