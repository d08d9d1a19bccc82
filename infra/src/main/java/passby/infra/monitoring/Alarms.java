package passby.infra.monitoring;

import java.util.List;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/** Every alarm, told to the topic of alarms when it starts and when it ends. */
public final class Alarms extends Construct {
    private final Names names;

    public Alarms(Construct scope, Names names) {
        super(scope, "Alarms");
        this.names = names;
        AlarmList.all().forEach(this::add);
    }

    private void add(AlarmSpec watch) {
        var alarm = Alarm.Builder.create(this, watch.id())
                .alarmName(names.named(watch.id()))
                .alarmDescription(watch.description())
                .metric(watch.signal().metric(names, watch.period()))
                .threshold(watch.threshold())
                .evaluationPeriods(watch.periods())
                .comparisonOperator(
                        switch (watch.beyond()) {
                            case AT_LEAST -> ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
                            case ABOVE -> ComparisonOperator.GREATER_THAN_THRESHOLD;
                            case BELOW -> ComparisonOperator.LESS_THAN_THRESHOLD;
                        })
                .treatMissingData(
                        switch (watch.silence()) {
                            case FINE -> TreatMissingData.NOT_BREACHING;
                            case ALARM -> TreatMissingData.BREACHING;
                        })
                .build();
        var topic = List.of(Names.resolved(names.topicArn("alarms")));
        var resource = Underlying.of(alarm, CfnAlarm.class);
        resource.setAlarmActions(topic);
        resource.setOkActions(topic);
    }
}
