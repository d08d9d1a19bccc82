package passby.infra.cost;

import passby.infra.access.KeyGroup;

/** What stands in every city's stack whatever it reads; a test counts the same in the templates. */
final class FixedCosts {
    static final int KEYS = KeyGroup.values().length;
    static final int ALARMS = 52;
    static final int DASHBOARDS = 1;
    static final int WEB_ACLS = 1;
    static final int WAF_RULES = 3;

    /** Names that the recogniser may resolve, or may not. */
    static final int FIREWALL_NAMES = 3;

    /** Compressed, as the registry bills it: AWS's base and ours. */
    static final double IMAGE_GB = 0.35;

    private FixedCosts() {}
}
