package passby.infra;

import passby.infra.deployment.Deployment;
import passby.infra.people.OfficersPool;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Who signs in, where the city has no identity provider of its own. */
public final class IdentityStack extends Stack {
    public IdentityStack(Construct scope, Deployment deployment) {
        super(
                scope,
                deployment.names().named("identity"),
                DataStack.properties(
                        deployment, "identity", "Passby: the pool that officers sign in to. Kept when deleted."));
        var app = CfnParameter.Builder.create(this, "AppUrl")
                .description("Address of the web app, to which people return signed in; scripts/deploy knows it")
                .defaultValue("")
                .build();
        new OfficersPool(this, deployment.names(), app.getValueAsString()).tell(deployment.names());
    }
}
