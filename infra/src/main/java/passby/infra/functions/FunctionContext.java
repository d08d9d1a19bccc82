package passby.infra.functions;

import passby.infra.access.KeyGroup;
import passby.infra.deployment.Deployment;
import passby.infra.naming.Names;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/**
 * What every function of a stack is made with.
 *
 * @param deployment whose functions they are
 * @param code the zip, one for all
 * @param logs the key of the logs
 */
public record FunctionContext(Deployment deployment, Code code, IKey logs) {
    public static FunctionContext in(Construct scope, Deployment deployment) {
        var logs = Key.fromKeyArn(scope, "LogsKey", Fn.importValue(KeyGroup.LOGS.export(deployment.names())));
        return new FunctionContext(
                deployment, Code.fromAsset(deployment.functionsZip().toString()), logs);
    }

    public Names names() {
        return deployment.names();
    }

    /** The issuer of people's tokens: the city's own, or the pool of the identity stack. */
    Deployment.OwnIssuer issuer() {
        return deployment
                .issuer()
                .orElseGet(() ->
                        new Deployment.OwnIssuer(imported("issuer"), imported("issuer-keys"), imported("client-id")));
    }

    /** Only our own pool is known to let nobody in without a second factor. */
    String enforcesSecondFactor() {
        return String.valueOf(deployment.issuer().isEmpty());
    }

    private String imported(String name) {
        return Fn.importValue(names().export(name));
    }
}
