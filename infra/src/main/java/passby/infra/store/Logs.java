package passby.infra.store;

import java.util.List;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.infra.access.RecognizerGrants;
import passby.infra.naming.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The log of each function and of the gateway, encrypted and kept for a year as audit records are (CJIS 5.9.5), whatever becomes of
 * what wrote it. No plate, token or person is in them.
 */
public final class Logs extends Construct {
    /** @param specs every function but the recogniser, which is none of the list */
    public Logs(Construct scope, Names names, IKey key, List<FunctionSpec> specs) {
        super(scope, "Logs");
        Stream.concat(specs.stream().map(FunctionSpec::name), Stream.of(RecognizerGrants.FUNCTION))
                .forEach(name -> log(name, names.logGroup(name), key));
        log("Gateway", names.gatewayLog(), key);
    }

    private void log(String id, String name, IKey key) {
        LogGroup.Builder.create(this, id)
                .logGroupName(name)
                .retention(RetentionDays.ONE_YEAR)
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build();
    }
}
