package passby.infra;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.infra.api.Gateway;
import passby.infra.api.RateRules;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;
import passby.infra.functions.CityFunction;
import passby.infra.functions.FunctionContext;
import passby.infra.functions.Schedules;
import software.constructs.Construct;

/** What people and cameras call: the gateway with its firewall, and its functions. */
final class ApiStack extends ServicePart {
    private final Gateway gateway;

    /** @param networks of the city, by commas; empty for none */
    ApiStack(
            Construct scope,
            Deployment deployment,
            Capacity capacity,
            List<FunctionSpec> specs,
            String networks) {
        super(
                scope,
                "Api",
                "Part of Passby: the gateway, its firewall, and the functions that people and cameras call.");
        var context = FunctionContext.in(this, deployment);
        var functions = specs.stream()
                .map(spec -> new CityFunction(this, spec, context, capacity))
                .toList();
        new Schedules(this, functions);
        gateway = new Gateway(this, context, capacity, functions);
        // LocalStack has no firewall, and nothing else builds on it.
        if (!deployment.local()) {
            new RateRules(this, deployment.names(), capacity, gateway.api(), networks);
        }
    }

    String url() {
        return gateway.api().getUrl();
    }
}
