package passby.infra.policy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.infra.functions.CityFunction;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/**
 * Puts the check in front of a deployment and the request behind it. CloudFormation has no phases, so every resource waits for
 * the check by name, and the request waits for every resource.
 */
public final class DeploymentOrder {
    private DeploymentOrder() {}

    /** @param own what the check itself is made of; it cannot wait for itself */
    public static void everythingAfter(Stack stack, CfnResource check, CityFunction own) {
        var exempt = resources(own).collect(Collectors.toSet());
        exempt.add(check);
        resources(stack)
                .filter(resource -> !exempt.contains(resource))
                .forEach(resource -> resource.addResourceDependency(check));
    }

    /**
     * What stands under a condition is left out, because nothing can wait for what may not be there.
     *
     * @param own what the request itself is made of, and refers to anyway
     */
    public static void afterEverything(Stack stack, CfnResource request, CityFunction own) {
        var exempt = resources(own).collect(Collectors.toSet());
        exempt.add(request);
        resources(stack)
                .filter(resource ->
                        !exempt.contains(resource) && resource.getCfnOptions().getCondition() == null)
                .forEach(request::addResourceDependency);
    }

    /** Those of one template: a nested stack is one of them, and what it holds is not. */
    private static Stream<CfnResource> resources(IConstruct root) {
        if (root instanceof CfnResource resource) {
            return Stream.of(resource);
        }
        return root.getNode().getChildren().stream()
                .filter(child -> !(child instanceof NestedStack))
                .flatMap(DeploymentOrder::resources);
    }
}
