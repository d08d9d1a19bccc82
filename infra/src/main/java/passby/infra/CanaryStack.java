package passby.infra;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.infra.deployment.Deployment;
import passby.infra.functions.Canary;
import software.constructs.Construct;

/** How new versions are let in. A part of its own: each guarded function has four things here. */
final class CanaryStack extends ServicePart {
    CanaryStack(Construct scope, Deployment deployment, List<FunctionSpec> specs) {
        super(scope, "Canary", "Part of Passby: how new versions are let in, and what takes them back.");
        new Canary(this, deployment.names(), specs);
    }
}
