package passby.operator.cost;

import passby.aws.api.Functions;
import passby.infra.access.KeyGroup;
import passby.infra.capacity.Capacity;
import passby.infra.monitoring.AlarmList;

/** What stands in every city's stack whatever it reads; a test counts the same in the templates. */
final class FixedCosts {
    static final int KEYS = KeyGroup.values().length;
    private static final AlarmList ALARMS = AlarmList.of(Functions.ALL, new Capacity(1));

    /** AWS bills an alarm for each metric that it watches. */
    static final int ALARM_METRICS = ALARMS.metrics();

    static final int COMBINED_ALARMS = ALARMS.combined().size();
    static final int DASHBOARDS = 1;
    static final int WEB_ACLS = 1;
    static final int WAF_RULES = 4;

    /** Names that the recogniser may resolve, or may not. */
    static final int FIREWALL_NAMES = 3;

    /** Compressed, as the registry bills it: AWS's base and ours. */
    static final double IMAGE_GB = 0.35;

    private FixedCosts() {}
}
