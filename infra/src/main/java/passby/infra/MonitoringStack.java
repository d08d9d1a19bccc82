package passby.infra;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;
import passby.infra.monitoring.Alarms;
import passby.infra.monitoring.CityDashboard;
import passby.infra.monitoring.ControlPlane;
import software.constructs.Construct;

/** What watches the rest, by the names of what it watches: it waits for nothing and nothing waits for it. */
final class MonitoringStack extends ServicePart {
    MonitoringStack(Construct scope, Deployment deployment, Capacity capacity, List<FunctionSpec> specs) {
        super(scope, "Monitoring", "Part of Passby: alarms and the dashboard.");
        new Alarms(this, deployment.names(), capacity, specs);
        deployment
                .safeguards()
                .controlPlaneTopic()
                .ifPresent(topic -> new ControlPlane(this, deployment.names(), topic));
        // LocalStack has no dashboards.
        if (!deployment.local()) {
            new CityDashboard(this, deployment.names(), specs);
        }
    }
}
