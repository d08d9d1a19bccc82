package passby.infra.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passby.aws.api.Route;
import passby.infra.capacity.Capacity;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.functions.CityFunction;
import passby.infra.functions.FunctionContext;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodDeploymentOptions;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.constructs.Construct;

/**
 * The gateway: every route of the list, handed to the alias of its function as it came. It lets everybody in, because every
 * token is verified where it counts, in the function (data.md, "Tokens"); what it adds are throttles.
 */
public final class Gateway extends Construct {
    /** The stage; it stands in every path before the route. */
    public static final String STAGE = "city";

    /**
     * TLS 1.3, and 1.2 with forward secrecy (API Gateway Developer Guide, "Security policies for REST APIs"). Without one the
     * default endpoint of a regional API takes TLS 1.0.
     */
    private static final String SECURITY_POLICY = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

    private static final String NO_AUTHORIZER =
            "The function verifies every token itself, so that one machine and AWS behave alike and every"
                    + " refusal is counted; EveryRouteTest sends each route a missing, a forged and a wrong token.";

    /** Everything passes as it is. LocalStack takes the first for nothing, and would hand pictures over as text. */
    private static final List<String> BINARY = List.of("*/*", "image/jpeg");

    private final Capacity capacity;
    private final RestApi api;

    public Gateway(Construct scope, FunctionContext surroundings, Capacity capacity, List<CityFunction> functions) {
        super(scope, "Gateway");
        this.capacity = capacity;
        var account = new LoggingAccount(this);
        api = RestApi.Builder.create(this, "Api")
                .restApiName(surroundings.names().named("api"))
                .description("Passby: what cameras and people call")
                .endpointTypes(List.of(EndpointType.REGIONAL))
                .binaryMediaTypes(BINARY)
                .cloudWatchRole(false)
                .deployOptions(stage(surroundings, functions))
                .build();
        var rest = Underlying.of(api, CfnRestApi.class);
        rest.setSecurityPolicy(SECURITY_POLICY);
        rest.setEndpointAccessMode("BASIC");
        functions.forEach(function -> function.spec().routes().forEach(route -> add(route, function)));
        AcknowledgedFindings.on(Underlying.of(api, CfnResource.class))
                .nag(
                        "AwsSolutions-APIG2",
                        "Functions check every field and name all that is wrong; the gateway would name the first.");
        AcknowledgedFindings.on(Underlying.of(api.getDeploymentStage(), CfnResource.class))
                .checkov("CKV_AWS_120", "No answer may be kept: each is preceded by its own entry in the ledger.")
                .checkov("CKV_AWS_73", "A trace would hold paths with ids, readable by whoever reads traces.")
                .nag(
                        "AwsSolutions-APIG6",
                        "Execution logs hold paths, bodies and tokens; the access log says what is needed.");
        api.getDeploymentStage().getNode().addDependency(account);
    }

    private void add(Route route, CityFunction function) {
        var method = api.getRoot()
                .resourceForPath(route.path())
                .addMethod(
                        route.method(),
                        LambdaIntegration.Builder.create(function.target())
                                .proxy(true)
                                .scopePermissionToMethod(false)
                                .build(),
                        MethodOptions.builder()
                                .authorizationType(AuthorizationType.NONE)
                                .operationName(route.operationId())
                                .build());
        AcknowledgedFindings.on(Underlying.of(method, CfnResource.class))
                .checkov("CKV_AWS_59", NO_AUTHORIZER)
                .nag("AwsSolutions-APIG4", NO_AUTHORIZER)
                .nag("AwsSolutions-COG4", NO_AUTHORIZER);
    }

    private StageOptions stage(FunctionContext surroundings, List<CityFunction> functions) {
        var log = AccessLog.in(this, surroundings.names());
        var rate = capacity.rate(functions.stream().map(CityFunction::spec).toList());
        return StageOptions.builder()
                .stageName(STAGE)
                .accessLogDestination(new LogGroupLogDestination(log))
                .accessLogFormat(AccessLog.FORMAT)
                .loggingLevel(MethodLoggingLevel.OFF)
                .dataTraceEnabled(false)
                // What is watched is the whole API, which is measured in any case; each method's own metrics would cost
                // dollars a month.
                .metricsEnabled(false)
                .throttlingRateLimit(rate)
                .throttlingBurstLimit(2 * rate)
                .methodOptions(throttles(functions))
                .build();
    }

    private Map<String, MethodDeploymentOptions> throttles(List<CityFunction> functions) {
        var throttles = new LinkedHashMap<String, MethodDeploymentOptions>();
        functions.stream()
                .flatMap(function -> function.spec().routes().stream())
                .forEach(route -> throttles.put(
                        route.path() + "/" + route.method(),
                        MethodDeploymentOptions.builder()
                                .loggingLevel(MethodLoggingLevel.OFF)
                                .dataTraceEnabled(false)
                                .metricsEnabled(false)
                                .throttlingRateLimit(capacity.rate(route))
                                .throttlingBurstLimit(capacity.burst(route))
                                .build()));
        return throttles;
    }

    public RestApi api() {
        return api;
    }
}
