package passby.operator.cost;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Permission.Resource;
import passby.aws.api.Trigger;
import passby.core.ledger.Count;

/** What every city pays whatever it reads: keys, clocks, polling, watching. */
final class FixedCostItems {
    /** Prefixes of a minute that the sweeper lists. */
    private static final double SWEPT_PREFIXES = 16;

    /** Shards of a count. */
    private static final double COUNT_SHARDS = 8;

    private static final double RECEIVED_SHARDS = 16;
    private static final double PENDING_SHARDS = 4;

    /** Where an hour begins in the log and where it ends. */
    private static final double LOG_LISTS = 2;

    /** The checkpoint, and an hour's 1,800 entries in bundles of 256. */
    private static final double LOG_FILES = 9;

    /** Lambda's pollers wait at least this many at a time, 20 s each. */
    private static final double POLLERS = 5;

    private static final double POLLS_A_MINUTE = 3;

    /** DynamoDB asks for a table's key at most every five minutes for each caller that is busy. */
    private static final double KEY_USES = Workload.MINUTES_A_MONTH / 5;

    /** A year of two entries a minute, about 3 KB each with their openings. */
    private static final double LEDGER_GB = Workload.MINUTES_A_MONTH * 12 * 2 * 3 / 1e6;

    private FixedCostItems() {}

    /** @param functions of the city */
    static List<Item> of(List<FunctionSpec> functions) {
        var costs = FixedCosts.of(functions);
        var minutes = Workload.MINUTES_A_MONTH;
        return List.of(
                new Item(Prices.KMS_KEYS, "keys", FixedCosts.KEYS),
                new Item(Prices.KMS_REQUESTS, "tables' keys, by function", tablesOf(functions) * KEY_USES),
                new Item(Prices.KMS_SIGNATURES, "checkpoints, Ed25519", minutes),
                new Item(Prices.S3_WRITES, "sweeper's lists", minutes * SWEPT_PREFIXES),
                new Item(Prices.SQS_REQUESTS, "polling", minutes * queues(functions) * POLLERS * POLLS_A_MINUTE),
                new Item(Prices.S3_WRITES, "hourly look at the log", Workload.HOURS_A_MONTH * LOG_LISTS),
                new Item(Prices.S3_READS, "hourly look at the log", Workload.HOURS_A_MONTH * LOG_FILES),
                new Item(Prices.DYNAMODB_WRITES, "clocks: watermarks and entries", minutes * clockWrites()),
                new Item(Prices.DYNAMODB_READS, "clocks: counts, frames, alerts", minutes * clockReads()),
                new Item(Prices.DYNAMODB_STORAGE, "ledger after a year", LEDGER_GB),
                new Item(Prices.DYNAMODB_RECOVERY, "ledger after a year", LEDGER_GB),
                new Item(Prices.WAF_ACLS, "in front of the API and the web app", FixedCosts.WEB_ACLS),
                new Item(Prices.WAF_RULES, "in front of the API and the web app", FixedCosts.WAF_RULES),
                new Item(Prices.SECRETS, "between the two", FixedCosts.SECRETS),
                new Item(Prices.FIREWALL_NAMES, "names of the recogniser's firewall", FixedCosts.FIREWALL_NAMES),
                new Item(Prices.ALARMS, "metrics under an alarm", costs.alarmMetrics()),
                new Item(Prices.COMBINED_ALARMS, "combined alarms", costs.combinedAlarms()),
                new Item(Prices.METRICS, "metrics of our own", customMetrics(functions)),
                new Item(Prices.DASHBOARDS, "dashboard", FixedCosts.DASHBOARDS),
                new Item(Prices.ECR_STORAGE, "recogniser's image", FixedCosts.IMAGE_GB));
    }

    /** Those that start a function. */
    private static long queues(List<FunctionSpec> functions) {
        return functions.stream()
                .filter(function -> function.trigger() instanceof Trigger.Queue)
                .count();
    }

    /** Watermarks of three jobs and the entries of two. */
    private static double clockWrites() {
        return 2 * (2 + RowUnits.ENTRY) + 1;
    }

    private static double clockReads() {
        return Count.values().length * COUNT_SHARDS
                + RECEIVED_SHARDS * RowUnits.EVENTUAL_READ
                + PENDING_SHARDS * RowUnits.EVENTUAL_READ
                + 3;
    }

    /** Each metric is one for every function that measures it. */
    private static double customMetrics(List<FunctionSpec> functions) {
        return functions.stream()
                .mapToInt(function -> function.metrics().size())
                .sum();
    }

    private static double tablesOf(List<FunctionSpec> functions) {
        return functions.stream()
                .flatMap(function -> function.permissions().stream())
                .filter(permission -> permission.resource() instanceof Resource.Table)
                .count();
    }
}
