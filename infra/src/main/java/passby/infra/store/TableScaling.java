package passby.infra.store;

import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Index;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.capacity.Capacity;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.PredefinedMetricSpecificationProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty;
import software.amazon.awscdk.services.dynamodb.CfnTable;
import software.amazon.awscdk.services.dynamodb.CfnTable.ProvisionedThroughputProperty;
import software.constructs.Construct;

/**
 * Capacity that follows the day, for the tables that every read writes, in a city so large that its traffic is steady: a unit costs
 * half as much as on demand although two fifths of what is provisioned stand idle (decision 0383). Tables that people or lists write
 * unevenly stay on demand, and so does every table of a smaller city.
 */
public final class TableScaling {
    /** Below, a street more or less is a step that no target follows, and there is little to save. */
    public static final int FROM_CAMERAS = 500;

    /** Percent of what is provisioned that is used: beyond it more is asked for. AWS's own value; what is saved of five minutes is room too. */
    public static final int TARGET_PERCENT = 70;

    /** Each read writes all of them. */
    public static final List<Table> TABLES =
            List.of(Tables.FRAMES, Tables.READS, Tables.PASSES, Tables.CAMERA_TOKENS, Tables.COUNTERS, Tables.LIMITS);

    /** What no table or index of them is asked for more than, for each read that is stored and each that is purged. */
    private static final int WRITES_A_READ = 8;

    private static final int READS_A_READ = 4;

    /** An account's default for a table or an index (Amazon DynamoDB Developer Guide, "Quotas"). */
    private static final int MOST = 40_000;

    /**
     * What all tables and indexes begin with together at most: three quarters of an account's default, beyond which DynamoDB refuses to make
     * the next table (the same page, "Throughput default quotas").
     */
    static final int FIRST_OF_ALL = 60_000;

    /** Of a busy hour's capacity a table with few units has a hundredth part at night, and never less than this one. */
    private static final int LEAST_OF_FIRST = 200;

    private static final int COOLDOWN_SECONDS = 60;

    private final int uploads;

    private TableScaling(int uploads) {
        this.uploads = uploads;
    }

    /** Empty for a city whose tables are all paid by use. */
    public static Optional<TableScaling> of(int cameras, boolean local) {
        return local || cameras < FROM_CAMERAS
                ? Optional.empty()
                : Optional.of(new TableScaling(new Capacity(cameras).uploadsPerSecond()));
    }

    boolean covers(Table table) {
        return TABLES.contains(table);
    }

    /** Until the first hours have shown what is needed: a busy hour's, as far as an account lets a city begin. */
    ProvisionedThroughputProperty first() {
        return ProvisionedThroughputProperty.builder()
                .writeCapacityUnits(first(WRITES_A_READ))
                .readCapacityUnits(first(READS_A_READ))
                .build();
    }

    /** A city of more than 2,100 cameras begins with less than a busy hour's, and has it minutes after the hour began. */
    private int first(int unitsARead) {
        return Math.min(FIRST_OF_ALL / provisioned(), uploads * unitsARead);
    }

    /** Tables and indexes. */
    private static int provisioned() {
        return TABLES.stream().mapToInt(table -> 1 + table.indexes().size()).sum();
    }

    /** @param name of the deployed table */
    void follow(Construct scope, Table table, CfnTable declared, String name) {
        follow(scope, table.name(), declared, "table/" + name, "table");
        for (Index index : table.indexes()) {
            var resource = "table/" + name + "/index/" + index.name();
            follow(scope, table.name() + index.name(), declared, resource, "index");
        }
    }

    private void follow(Construct scope, String id, CfnTable declared, String resource, String kind) {
        follow(scope, id + "Write", declared, resource, kind, "Write", first(WRITES_A_READ));
        follow(scope, id + "Read", declared, resource, kind, "Read", first(READS_A_READ));
    }

    private static void follow(
            Construct scope, String id, CfnTable declared, String resource, String kind, String what, int first) {
        var target = CfnScalableTarget.Builder.create(scope, id + "Target")
                .serviceNamespace("dynamodb")
                .resourceId(resource)
                .scalableDimension("dynamodb:" + kind + ":" + what + "CapacityUnits")
                .minCapacity(Math.max(1, first / LEAST_OF_FIRST))
                .maxCapacity(MOST)
                .build();
        target.addResourceDependency(declared);
        CfnScalingPolicy.Builder.create(scope, id + "Policy")
                .policyName(resource.replace('/', '-') + "-" + what)
                .policyType("TargetTrackingScaling")
                .scalingTargetId(target.getRef())
                .targetTrackingScalingPolicyConfiguration(TargetTrackingScalingPolicyConfigurationProperty.builder()
                        .targetValue(TARGET_PERCENT)
                        .scaleInCooldown(COOLDOWN_SECONDS)
                        .scaleOutCooldown(COOLDOWN_SECONDS)
                        .predefinedMetricSpecification(PredefinedMetricSpecificationProperty.builder()
                                .predefinedMetricType("DynamoDB" + what + "CapacityUtilization")
                                .build())
                        .build())
                .build();
    }
}
