package passby.infra.api;

import passby.infra.functions.FunctionContext;
import passby.infra.functions.FunctionLog;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
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

    static LogGroup in(Construct scope, FunctionContext surroundings) {
        return FunctionLog.in(
                scope, surroundings, "/aws/apigateway/" + surroundings.names().named("api"));
    }
}
