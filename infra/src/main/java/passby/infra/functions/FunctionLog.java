package passby.infra.functions;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** An encrypted log, kept for a year as audit records are (CJIS 5.9.5). No plate, token or person is in it. */
public final class FunctionLog {
    private FunctionLog() {}

    public static LogGroup in(Construct scope, FunctionContext surroundings, String name) {
        return LogGroup.Builder.create(scope, "Log")
                .logGroupName(name)
                .retention(RetentionDays.ONE_YEAR)
                .encryptionKey(surroundings.logs())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
