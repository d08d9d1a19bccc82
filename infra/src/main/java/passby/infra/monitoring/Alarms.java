package passby.infra.monitoring;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.infra.capacity.Capacity;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.AlarmState;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.CfnCompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmRule;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/** Every alarm, sent to the topic of alarms when it starts and when it ends, by itself or as part of a combined one. */
public final class Alarms extends Construct {
    private final Names names;
    private final List<String> topic;

    /** @param functions of the city */
    public Alarms(Construct scope, Names names, Capacity capacity, List<FunctionSpec> functions) {
        super(scope, "Alarms");
        this.names = names;
        this.topic = List.of(Names.resolved(names.topicArn("alarms")));
        var alarms = AlarmList.of(functions, capacity);
        alarms.single().forEach(this::sent);
        alarms.combined().forEach(this::sent);
    }

    private void sent(AlarmSpec spec) {
        var resource = Underlying.of(alarm(spec), CfnAlarm.class);
        resource.setAlarmActions(topic);
        resource.setOkActions(topic);
    }

    private void sent(CombinedAlarm spec) {
        var parts = spec.parts().stream()
                .map(part -> AlarmRule.fromAlarm(alarm(part), AlarmState.ALARM))
                .toArray(IAlarmRule[]::new);
        var alarm = CompositeAlarm.Builder.create(this, spec.id())
                .compositeAlarmName(names.named(spec.id()))
                .alarmDescription(spec.description())
                .alarmRule(AlarmRule.anyOf(parts))
                .build();
        var resource = Underlying.of(alarm, CfnCompositeAlarm.class);
        resource.setAlarmActions(topic);
        resource.setOkActions(topic);
    }

    private Alarm alarm(AlarmSpec spec) {
        return Alarm.Builder.create(this, spec.id())
                .alarmName(names.named(spec.id()))
                .alarmDescription(spec.description())
                .metric(spec.signal().metric(names, spec.period()))
                .threshold(spec.threshold())
                .evaluationPeriods(spec.periods())
                .comparisonOperator(
                        switch (spec.beyond()) {
                            case AT_LEAST -> ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
                            case ABOVE -> ComparisonOperator.GREATER_THAN_THRESHOLD;
                            case BELOW -> ComparisonOperator.LESS_THAN_THRESHOLD;
                        })
                .treatMissingData(
                        switch (spec.silence()) {
                            case FINE -> TreatMissingData.NOT_BREACHING;
                            case ALARM -> TreatMissingData.BREACHING;
                        })
                .build();
    }
}
