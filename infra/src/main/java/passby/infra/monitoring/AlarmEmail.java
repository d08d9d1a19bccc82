package passby.infra.monitoring;

import passby.infra.naming.Names;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.constructs.Construct;

/** Who is told by e-mail when something breaks, if anybody. */
public final class AlarmEmail extends Construct {
    public AlarmEmail(Construct scope, Names names, String address) {
        super(scope, "AlarmEmail");
        var wanted = CfnCondition.Builder.create(this, "Wanted")
                .expression(Fn.conditionNot(Fn.conditionEquals(address, "")))
                .build();
        var subscription = CfnSubscription.Builder.create(this, "Subscription")
                .topicArn(Names.resolved(names.topicArn("alarms")))
                .protocol("email")
                .endpoint(address)
                .build();
        subscription.getCfnOptions().setCondition(wanted);
    }
}
