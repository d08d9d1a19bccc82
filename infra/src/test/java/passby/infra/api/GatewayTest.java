package passby.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.CallerKind;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Route;
import passby.infra.capacity.Capacity;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class GatewayTest {
    private final SynthesizedStack service = Templates.aws().service();

    static Stream<FunctionSpec> everyFunctionWithRoutes() {
        return Functions.ALL.stream().filter(spec -> !spec.routes().isEmpty());
    }

    static Stream<Route> everyRoute() {
        return Functions.ALL.stream().flatMap(spec -> spec.routes().stream());
    }

    @Test
    void itsMethodsAreTheRoutesOfTheListAndNoOther() {
        var methods = service.properties("AWS::ApiGateway::Method")
                .map(method -> method.path("HttpMethod").asText() + " " + path(method.path("ResourceId")) + " "
                        + method.path("OperationName").asText())
                .toList();

        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(everyRoute()
                        .map(route -> route.method() + " " + route.path() + " " + route.operationId())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyFunctionWithRoutes")
    void everyRouteGoesToTheAliasOfItsOwnFunction(FunctionSpec spec) {
        for (var route : spec.routes()) {
            var integration = method(route).path("Integration");

            assertThat(integration.path("Type").asText()).isEqualTo("AWS_PROXY");
            assertThat(Values.text(integration.path("Uri"))).contains("${" + spec.name() + "Live");
        }
    }

    /** What verifies is in the function; EveryRouteTest of the functions walks the same list of routes. */
    @Test
    void nobodyIsTurnedAwayOrLetInByTheGatewayItself() {
        assertThat(service.ofType("AWS::ApiGateway::Authorizer")).isEmpty();
        assertThat(service.properties("AWS::ApiGateway::Method"))
                .allMatch(method -> method.path("AuthorizationType").asText().equals("NONE"));
        assertThat(everyRoute()
                        .filter(route -> route.caller() == CallerKind.PUBLIC)
                        .map(Route::operationId))
                .as("routes without a token")
                .containsExactlyInAnyOrder(
                        "health", "openApi", "listPublicLists", "proveEntry", "listReviews", "viewReview");
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void everyRouteHasAThrottleOfItsOwn(Route route) {
        var path = route.path().replace("/", "~1");

        var throttle = Values.list(stage().path("MethodSettings")).stream()
                .filter(settings -> settings.path("ResourcePath").asText().equals("/" + path)
                        && settings.path("HttpMethod").asText().equals(route.method()))
                .findFirst()
                .orElseThrow();

        assertThat(throttle.path("ThrottlingRateLimit").asInt()).isEqualTo(new Capacity(100).rate(route));
        assertThat(throttle.path("ThrottlingBurstLimit").asInt())
                .isGreaterThanOrEqualTo(throttle.path("ThrottlingRateLimit").asInt());
        assertThat(throttle.path("DataTraceEnabled").asBoolean()).isFalse();
    }

    @Test
    void noMethodIsMeasuredByItselfForMoney() {
        assertThat(stage().path("MethodSettings"))
                .isNotEmpty()
                .allMatch(settings -> !settings.path("MetricsEnabled").asBoolean());
    }

    @Test
    void theAccessLogKnowsTheRouteButNeitherPathNorCaller() {
        var format = stage().path("AccessLogSetting").path("Format").asText();

        assertThat(format)
                .contains("$context.resourcePath", "$context.status")
                .doesNotContain("$context.path\"", "querystring", "sourceIp", "header", "authorizer", "identity");
    }

    @Test
    void picturesAreAnsweredAsBytes() {
        var api = service.properties("AWS::ApiGateway::RestApi").findFirst().orElseThrow();

        assertThat(Values.each(api.path("BinaryMediaTypes"))).containsExactly("*/*", "image/jpeg");
        assertThat(Values.each(api.path("EndpointConfiguration").path("Types"))).containsExactly("REGIONAL");
    }

    @Test
    void oneAddressIsStoppedBeforeItFloods() {
        var rules = service.properties("AWS::WAFv2::WebACL")
                .flatMap(acl -> Values.list(acl.path("Rules")).stream())
                .filter(rule -> rule.path("Statement").has("RateBasedStatement"))
                .collect(Collectors.toMap(
                        rule -> rule.path("Name").asText(),
                        rule -> rule.path("Statement")
                                .path("RateBasedStatement")
                                .path("Limit")
                                .asLong()));

        assertThat(rules)
                .isEqualTo(Map.of(
                        "Cameras", 3_000L,
                        "Others", 3_000L,
                        "OwnNetworks", 300_000L,
                        "Web", 3_000L,
                        "WebOfOwnNetworks", 300_000L));
        assertThat(service.ofType("AWS::WAFv2::WebACLAssociation")).hasSize(1);
    }

    /** Behind CloudFront everybody has its addresses; and a header that anybody could write must count for nothing. */
    @Test
    void whoComesThroughTheWebAppIsCountedByTheirOwnAddressAndNobodyElseByAHeader() {
        var rules = service.properties("AWS::WAFv2::WebACL")
                .flatMap(acl -> Values.list(acl.path("Rules")).stream())
                .map(rule -> rule.path("Statement").path("RateBasedStatement"))
                .filter(rate -> !rate.isMissingNode())
                .toList();

        var forwarded = rules.stream()
                .filter(rate -> rate.path("AggregateKeyType").asText().equals("FORWARDED_IP"))
                .toList();

        assertThat(forwarded).hasSize(2).allSatisfy(rate -> {
            assertThat(rate.path("ForwardedIPConfig").path("HeaderName").asText())
                    .isEqualTo("x-passby-viewer");
            assertThat(rate.path("ScopeDownStatement")
                            .path("AndStatement")
                            .path("Statements")
                            .path(0)
                            .toString())
                    .contains("\"ByteMatchStatement\"", "x-passby-edge");
        });
        assertThat(rules.stream().filter(rate -> !forwarded.contains(rate)))
                .hasSize(3)
                .allSatisfy(rate -> assertThat(rate.path("ScopeDownStatement")
                                .path("AndStatement")
                                .path("Statements")
                                .path(0)
                                .toString())
                        .startsWith("{\"NotStatement\"")
                        .contains("x-passby-edge"));
    }

    /** CJIS asks for TLS 1.2 at least; without a policy the default endpoint takes 1.0. */
    @Test
    void theGatewayTakesNoOldTls() {
        var api = service.properties("AWS::ApiGateway::RestApi").findFirst().orElseThrow();

        assertThat(api.path("SecurityPolicy").asText()).startsWith("SecurityPolicy_TLS13_1_2_");
    }

    @Test
    void theFirewallKeepsNoSampleOfARequest() {
        var acl =
                service.ofType("AWS::WAFv2::WebACL").values().iterator().next().toString();

        assertThat(acl).contains("\"SampledRequestsEnabled\":false").doesNotContain("\"SampledRequestsEnabled\":true");
    }

    private JsonNode stage() {
        return service.properties("AWS::ApiGateway::Stage").findFirst().orElseThrow();
    }

    private JsonNode method(Route route) {
        return service.properties("AWS::ApiGateway::Method", "OperationName", route.operationId());
    }

    private String path(JsonNode reference) {
        if (!reference.has("Ref")) {
            return "";
        }
        var resource = service.resource(reference.path("Ref").asText()).path("Properties");
        return path(resource.path("ParentId")) + "/" + resource.path("PathPart").asText();
    }
}
