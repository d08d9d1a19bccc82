package passby.infra;

import passby.infra.api.EdgeRules;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;
import passby.infra.monitoring.EdgeAlarm;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * What CloudFront has in us-east-1 alone, wherever the city is: its firewall, and the alarm on what it measures. Deployed before the web
 * stack, which names the firewall, and again after it, when there is a distribution to watch.
 */
public final class EdgeStack extends Stack {
    public EdgeStack(Construct scope, Deployment deployment) {
        super(
                scope,
                deployment.names().named("edge"),
                DataStack.properties(
                        deployment,
                        "edge",
                        "Part of Passby: the firewall and the alarm of the web app; always in us-east-1."));
        var names = deployment.names();
        var distribution = text("Distribution", "Id of the distribution to watch; empty before there is one");
        var address = text("AlertEmail", "Who gets an e-mail when its alarm goes off; empty: nobody");
        var rules = new EdgeRules(this, names, new Capacity(deployment.cameras()));
        new EdgeAlarm(this, names, distribution, address);
        CfnOutput.Builder.create(this, "Firewall").value(rules.arn()).build();
    }

    private String text(String name, String description) {
        return CfnParameter.Builder.create(this, name)
                .description(description)
                .defaultValue("")
                .build()
                .getValueAsString();
    }
}
