package passby.infra.api;

import passby.infra.naming.Names;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** What the gateway writes of a call: which route, how it ended, how long it took. No path, query, address or header. */
final class AccessLog {
    static final AccessLogFormat FORMAT = AccessLogFormat.custom("{\"requestId\":\"$context.requestId\","
            + "\"time\":\"$context.requestTime\","
            + "\"route\":\"$context.httpMethod $context.resourcePath\","
            + "\"status\":\"$context.status\","
            + "\"protocol\":\"$context.protocol\","
            + "\"responseBytes\":\"$context.responseLength\","
            + "\"ms\":\"$context.responseLatency\","
            + "\"functionMs\":\"$context.integrationLatency\","
            + "\"functionStatus\":\"$context.integrationStatus\","
            + "\"error\":\"$context.error.responseType\"}");

    private AccessLog() {}

    static ILogGroup in(Construct scope, Names names) {
        return LogGroup.fromLogGroupName(scope, "Log", names.gatewayLog());
    }
}
