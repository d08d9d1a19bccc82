package passby.operator.cost;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.infra.access.KeyGroup;
import passby.infra.capacity.Capacity;
import passby.infra.monitoring.AlarmList;

/**
 * What stands in every city's stack whatever it reads; a test counts the same in the templates.
 *
 * @param alarmMetrics that alarms watch: AWS bills an alarm for each
 * @param combinedAlarms that are sent together
 */
record FixedCosts(int alarmMetrics, int combinedAlarms) {
    static final int KEYS = KeyGroup.values().length;
    static final int DASHBOARDS = 1;

    /** On what CloudFront measures: in no list, because it stands in a stack and a region of its own. */
    private static final int EDGE_ALARM_METRICS = 1;

    /** In front of the API, and in front of CloudFront. */
    static final int WEB_ACLS = 2;

    static final int WAF_RULES = 8;

    /** By which the first knows what comes through the second. */
    static final int SECRETS = 1;

    /** Names that the recogniser may resolve, or may not. */
    static final int FIREWALL_NAMES = 3;

    /** Compressed, as the registry bills it: AWS's base and ours. */
    static final double IMAGE_GB = 0.35;

    /** @param functions of the city */
    static FixedCosts of(List<FunctionSpec> functions) {
        var alarms = AlarmList.of(functions, new Capacity(1));
        return new FixedCosts(
                alarms.metrics() + EDGE_ALARM_METRICS, alarms.combined().size());
    }
}
