package passby.infra.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.infra.naming.Names;

/** The whole permission table: what the stacks are made from, and what their templates are compared with. */
public final class PermissionTable {
    private final Names names;
    private final List<FunctionSpec> functions;

    /** @param functions of the city */
    public PermissionTable(Names names, List<FunctionSpec> functions) {
        this.names = names;
        this.functions = List.copyOf(functions);
    }

    /** What the role of each function may do, and that of what lets new versions in. */
    public List<RolePermissions> roles() {
        var roles = new ArrayList<RolePermissions>();
        var grants = new FunctionGrants(names);
        functions.forEach(spec -> roles.add(role(spec.name(), grants.of(spec))));
        roles.add(role(RecognizerGrants.FUNCTION, new RecognizerGrants(names).all(true)));
        roles.add(new RolePermissions(
                "role " + names.named(CanaryGrants.NAME), new CanaryGrants(names, functions).all()));
        return roles;
    }

    /** What the things themselves say, whoever comes. */
    public List<RolePermissions> things() {
        var policies = new ResourcePolicies(names);
        var keys = new KeyPolicies(names, functions);
        var things = new ArrayList<RolePermissions>();
        for (var bucket : Bucket.values()) {
            things.add(policies.bucket(bucket));
        }
        things.add(policies.site());
        for (var queue : Queue.values()) {
            things.add(policies.queue(queue));
        }
        ResourcePolicies.TOPICS.forEach(topic -> things.add(policies.topic(topic)));
        things.add(policies.topic(ResourcePolicies.EDGE_ALARMS));
        Arrays.stream(KeyGroup.values()).map(keys::of).forEach(things::add);
        things.add(new RecognizerGrants(names).wayOut());
        return things;
    }

    /** What administrators are denied. */
    public RolePermissions administrators() {
        return new AdministratorGrants(names).denied();
    }

    private RolePermissions role(String function, List<Grant> grants) {
        return new RolePermissions("role " + names.function(function), grants);
    }
}
