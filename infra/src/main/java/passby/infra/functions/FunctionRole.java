package passby.infra.functions;

import java.util.List;
import java.util.Map;
import passby.infra.access.Grant;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** A role that may do what the permission table says, and to which CDK adds nothing. */
public final class FunctionRole {
    private FunctionRole() {}

    public static Role in(Construct scope, Names names, String function, List<Grant> grants) {
        return Role.Builder.create(scope, "Role")
                .roleName(Names.resolved(names.ofAccount(function)))
                .description("What " + function + " may do; see docs/permissions.md.")
                .assumedBy(
                        ServicePrincipal.Builder.create("lambda.amazonaws.com").build())
                .inlinePolicies(Map.of(
                        "permissions",
                        PolicyDocument.Builder.create()
                                .statements(grants.stream()
                                        .map(grant -> grant.statement(names))
                                        .toList())
                                .build()))
                .build();
    }
}
