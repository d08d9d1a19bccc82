package passby.infra.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Index;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.access.KeyGroup;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.IResolvable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.CfnTable;
import software.amazon.awscdk.services.dynamodb.CfnTable.AttributeDefinitionProperty;
import software.amazon.awscdk.services.dynamodb.CfnTable.GlobalSecondaryIndexProperty;
import software.amazon.awscdk.services.dynamodb.CfnTable.KeySchemaProperty;
import software.amazon.awscdk.services.dynamodb.CfnTable.PointInTimeRecoverySpecificationProperty;
import software.amazon.awscdk.services.dynamodb.CfnTable.ProjectionProperty;
import software.amazon.awscdk.services.dynamodb.CfnTable.SSESpecificationProperty;
import software.amazon.awscdk.services.dynamodb.CfnTable.TimeToLiveSpecificationProperty;
import software.constructs.Construct;

/**
 * Every table of the list. No stream, replica or backup, and point-in-time recovery only where the list says that nothing is
 * in the table which retention promised to delete.
 */
public final class StoredTables extends Construct {
    /** Parameter of the stack of data. */
    public static final String PROTECTED = "ProtectTables";

    private final Names names;
    private final Keys keys;
    private final IResolvable protection;
    private final Optional<TableScaling> scaling;

    /**
     * The first deployment leaves protection out and a second one sets it: CloudFormation takes back what a failed first one
     * made, which it cannot do with a protected table, and the next try would meet tables that exist.
     *
     * @param scaling of the tables that it covers, if any; the others are paid by use
     */
    public StoredTables(Construct scope, Names names, Keys keys, Optional<TableScaling> scaling) {
        super(scope, "Tables");
        this.names = names;
        this.keys = keys;
        this.protection = protection();
        this.scaling = scaling;
        Tables.all().forEach(this::add);
    }

    private IResolvable protection() {
        var parameter = CfnParameter.Builder.create(this, PROTECTED)
                .type("String")
                .allowedValues(List.of("true", "false"))
                .defaultValue("true")
                .description(
                        "Whether tables are protected from deletion. Only scripts/deploy says false, at the first deployment.")
                .build();
        parameter.overrideLogicalId(PROTECTED);
        var wanted = CfnCondition.Builder.create(this, "IsProtected")
                .expression(Fn.conditionEquals(parameter.getValueAsString(), "true"))
                .build();
        return Fn.conditionIf(wanted.getLogicalId(), true, false);
    }

    private void add(Table table) {
        var key = keys.of(KeyGroup.of(table));
        var follows = scaling.filter(one -> one.covers(table));
        var made = CfnTable.Builder.create(this, table.name())
                .tableName(names.table(table))
                .billingMode(follows.isPresent() ? "PROVISIONED" : "PAY_PER_REQUEST")
                .deletionProtectionEnabled(protection)
                .attributeDefinitions(
                        table.keyAttributes().stream().map(StoredTables::text).toList())
                .keySchema(schema(table))
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecificationProperty.builder()
                        .pointInTimeRecoveryEnabled(table.recoverable())
                        .build())
                .sseSpecification(SSESpecificationProperty.builder()
                        .sseEnabled(true)
                        .sseType("KMS")
                        .kmsMasterKeyId(key.getKeyArn())
                        .build());
        follows.ifPresent(one -> made.provisionedThroughput(one.first()));
        if (!table.indexes().isEmpty()) {
            made.globalSecondaryIndexes(
                    table.indexes().stream().map(index -> index(index, follows)).toList());
        }
        if (table.hasTimeToLive()) {
            made.timeToLiveSpecification(TimeToLiveSpecificationProperty.builder()
                    .attributeName(Tables.TIME_TO_LIVE)
                    .enabled(true)
                    .build());
        }
        var declared = made.build();
        declared.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        follows.ifPresent(one -> one.follow(this, table, declared, names.table(table)));
        if (!table.recoverable()) {
            var reason = table.deletion() == Table.Deletion.PURGE || table.equals(Tables.HOLDS)
                    ? "A backup would keep what retention promised to delete."
                    : "Nothing in it outlives its day, or it is made again from what does.";
            AcknowledgedFindings.on(declared).checkov("CKV_AWS_28", reason).nag("AwsSolutions-DDB3", reason);
        }
    }

    private static AttributeDefinitionProperty text(String name) {
        return AttributeDefinitionProperty.builder()
                .attributeName(name)
                .attributeType("S")
                .build();
    }

    private static List<KeySchemaProperty> schema(Table table) {
        var schema = new ArrayList<KeySchemaProperty>();
        schema.add(element(table.partition(), "HASH"));
        table.sortKey().ifPresent(sort -> schema.add(element(sort, "RANGE")));
        return schema;
    }

    private static KeySchemaProperty element(String attribute, String type) {
        return KeySchemaProperty.builder()
                .attributeName(attribute)
                .keyType(type)
                .build();
    }

    private static GlobalSecondaryIndexProperty index(Index index, Optional<TableScaling> follows) {
        var made = GlobalSecondaryIndexProperty.builder()
                .indexName(index.name())
                .keySchema(List.of(element(index.partition(), "HASH"), element(index.sort(), "RANGE")))
                .projection(projection(index.projection()));
        follows.ifPresent(one -> made.provisionedThroughput(one.first()));
        return made.build();
    }

    private static ProjectionProperty projection(Index.Projection projected) {
        var projection = ProjectionProperty.builder();
        return switch (projected) {
            case Index.Projection.KeysOnly() ->
                projection.projectionType("KEYS_ONLY").build();
            case Index.Projection.Everything() ->
                projection.projectionType("ALL").build();
            case Index.Projection.Only(var attributes) ->
                projection
                        .projectionType("INCLUDE")
                        .nonKeyAttributes(attributes)
                        .build();
        };
    }
}
