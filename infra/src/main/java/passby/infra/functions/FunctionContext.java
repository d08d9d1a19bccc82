package passby.infra.functions;

import java.util.Optional;
import passby.infra.deployment.Deployment;
import passby.infra.naming.Names;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.ICodeSigningConfig;
import software.constructs.Construct;

/**
 * What every function of a stack is made with.
 *
 * @param deployment whose functions they are
 * @param code the zip, one for all
 * @param signing what refuses code that nobody signed, where the city wants it
 */
public record FunctionContext(Deployment deployment, Code code, Optional<ICodeSigningConfig> signing) {
    public static FunctionContext in(Construct scope, Deployment deployment) {
        var signed = deployment.safeguards().code();
        return new FunctionContext(
                deployment,
                signed.<Code>map(code -> code.in(scope))
                        .orElseGet(
                                () -> Code.fromAsset(deployment.functionsZip().toString())),
                signed.map(code -> code.enforcement(scope)));
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
