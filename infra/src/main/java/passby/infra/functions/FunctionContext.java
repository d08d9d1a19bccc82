package passby.infra.functions;

import java.util.List;
import java.util.Optional;
import passby.aws.api.FunctionSpec;
import passby.aws.people.CognitoFactors;
import passby.infra.access.FunctionGrants;
import passby.infra.access.Grant;
import passby.infra.access.ResourceRef;
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

    /** Whose second factors the city resets. */
    String userPool() {
        return deployment.issuer().isEmpty() ? imported("user-pool-id") : CognitoFactors.NO_POOL;
    }

    /** With an issuer of the city's own there is no pool, and nobody may do anything with one. */
    List<Grant> grants(FunctionSpec spec) {
        return new FunctionGrants(names(), deployment.emailSender())
                .of(spec).stream()
                        .filter(grant ->
                                deployment.issuer().isEmpty() || !grant.things().contains(new ResourceRef.UserPool()))
                        .toList();
    }

    private String imported(String name) {
        return Fn.importValue(names().export(name));
    }
}
