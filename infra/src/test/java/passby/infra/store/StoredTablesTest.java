package passby.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.Index;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.access.KeyGroup;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class StoredTablesTest {
    private final SynthesizedStack data = Templates.aws().data();

    @Test
    void everyTableOfTheListIsThereAndNoOther() {
        var names = data.properties("AWS::DynamoDB::Table")
                .map(table -> Values.text(table.path("TableName")))
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Tables.all().stream()
                        .map(table -> "passby-" + table.name())
                        .toList());
    }

    @Test
    void itsKeysIndexesAndTimeToLiveAreThoseOfTheList() {
        for (var table : Tables.all()) {
            var made = made(table);

            assertThat(schema(made.path("KeySchema")))
                    .isEqualTo(table.sortKey()
                            .map(sort -> "HASH " + table.partition() + " RANGE " + sort)
                            .orElse("HASH " + table.partition()));
            assertThat(indexes(made)).isEqualTo(indexes(table));
            assertThat(made.path("TimeToLiveSpecification")
                            .path("AttributeName")
                            .asText())
                    .isEqualTo(table.hasTimeToLive() ? Tables.TIME_TO_LIVE : "");
        }
    }

    @Test
    void nothingIsKeptWhereRetentionPromisedToDelete() {
        for (var table : Tables.all()) {
            var made = made(table);

            assertThat(made.path("PointInTimeRecoverySpecification")
                            .path("PointInTimeRecoveryEnabled")
                            .asBoolean())
                    .as(table.name())
                    .isEqualTo(table.recoverable());
            assertThat(made.has("StreamSpecification")).as(table.name()).isFalse();
            assertThat(made.has("KinesisStreamSpecification")).as(table.name()).isFalse();
        }
        // People are recoverable; only their sessions are purged, which say nothing of anybody's movements.
        assertThat(Tables.all().stream()
                        .filter(table -> table.deletion() == Table.Deletion.PURGE && !table.equals(Tables.PEOPLE)))
                .isNotEmpty()
                .noneMatch(Table::recoverable);
    }

    @Test
    void noBackupReplicaOrStreamIsAnywhere() {
        for (var stack : Templates.aws().all()) {
            assertThat(stack.resources()
                            .map(resource -> resource.getValue().path("Type").asText()))
                    .noneMatch(type -> type.startsWith("AWS::Backup::")
                            || type.equals("AWS::DynamoDB::GlobalTable")
                            || type.startsWith("AWS::Kinesis"));
        }
    }

    @Test
    void aTableIsPaidByUseProtectedAndKept() {
        data.ofType("AWS::DynamoDB::Table").values().forEach(table -> {
            assertThat(table.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
            assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            // A failed first deployment can be taken back: protection is a second step of scripts/deploy.
            assertThat(table.path("Properties")
                            .path("DeletionProtectionEnabled")
                            .path("Fn::If")
                            .get(1)
                            .asBoolean())
                    .isTrue();
            assertThat(table.path("Properties").path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        });
    }

    @Test
    void tablesAreProtectedUnlessTheFirstDeploymentSaysOtherwise() {
        var parameter = data.template().path("Parameters").path(StoredTables.PROTECTED);

        assertThat(parameter.path("Default").asText()).isEqualTo("true");
        assertThat(parameter.path("AllowedValues").toString()).isEqualTo("[\"true\",\"false\"]");
    }

    @Test
    void tablesThatDifferentFunctionsMayDecryptHaveDifferentKeys() {
        assertThat(key(Tables.READS)).isEqualTo(key(Tables.FRAMES)).isNotEqualTo(key(Tables.HITS));
        assertThat(Set.of(
                        key(Tables.READS),
                        key(Tables.HITS),
                        key(Tables.HOT_LIST),
                        key(Tables.LEDGER_OPENINGS),
                        key(Tables.PEOPLE)))
                .hasSize(5)
                .allMatch(key -> key.endsWith(".Arn}"));
    }

    @Test
    void everyKeyIsRotatedAndOutlivesItsStack() {
        assertThat(data.ofType("AWS::KMS::Key")).hasSize(KeyGroup.values().length);
        data.ofType("AWS::KMS::Key").values().forEach(key -> {
            assertThat(key.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
            var signs = key.path("Properties").path("KeyUsage").asText().equals("SIGN_VERIFY");
            assertThat(key.path("Properties").path("EnableKeyRotation").asBoolean())
                    .isNotEqualTo(signs);
        });
    }

    @Test
    void oneKeySignsTheLogWithEd25519AndOnePushesWithP256() {
        assertThat(data.ofType("AWS::KMS::Key").values())
                .map(key -> key.path("Properties"))
                .filteredOn(key -> key.path("KeyUsage").asText().equals("SIGN_VERIFY"))
                .extracting(key -> key.path("KeySpec").asText())
                .containsExactlyInAnyOrder("ECC_NIST_EDWARDS25519", "ECC_NIST_P256");
    }

    private JsonNode made(Table table) {
        return data.properties("AWS::DynamoDB::Table", "TableName", "passby-" + table.name());
    }

    private String key(Table table) {
        return Values.text(made(table).path("SSESpecification").path("KMSMasterKeyId"));
    }

    private static String schema(JsonNode schema) {
        return Values.list(schema).stream()
                .map(key -> key.path("KeyType").asText() + " "
                        + key.path("AttributeName").asText())
                .collect(Collectors.joining(" "));
    }

    private static Set<String> indexes(JsonNode table) {
        return Values.list(table.path("GlobalSecondaryIndexes")).stream()
                .map(index -> index.path("IndexName").asText() + " " + schema(index.path("KeySchema")) + " "
                        + index.path("Projection").path("ProjectionType").asText() + " "
                        + Values.list(index.path("Projection").path("NonKeyAttributes")).stream()
                                .map(JsonNode::asText)
                                .toList())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> indexes(Table table) {
        return table.indexes().stream()
                .map(index -> index.name() + " HASH " + index.partition() + " RANGE " + index.sort() + " "
                        + projection(index.projection()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String projection(Index.Projection projection) {
        return switch (projection) {
            case Index.Projection.KeysOnly() -> "KEYS_ONLY []";
            case Index.Projection.Everything() -> "ALL []";
            case Index.Projection.Only(var attributes) -> "INCLUDE " + attributes;
        };
    }
}
