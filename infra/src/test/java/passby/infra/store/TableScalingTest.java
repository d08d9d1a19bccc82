package passby.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.api.Functions;
import passby.aws.dynamodb.Index;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.deployment.Deployment;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/** What a city of a thousand cameras has and one of a hundred has not: tables whose capacity follows the day. */
final class TableScalingTest {
    private static final SynthesizedStack DATA = ofCameras(1_000);

    private static SynthesizedStack ofCameras(int cameras) {
        var usual = Templates.deployment("passby", false, Optional.empty());
        var large = new Deployment(
                usual.name(),
                usual.local(),
                usual.issuer(),
                usual.functionsZip(),
                usual.recognizer(),
                cameras,
                usual.ledger(),
                usual.web(),
                usual.safeguards(),
                usual.emailSender());
        return Templates.of(large, Functions.ALL).data();
    }

    private static JsonNode properties(Table table) {
        return DATA.properties("AWS::DynamoDB::Table")
                .filter(one -> Values.text(one.path("TableName")).endsWith("-" + table.name()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"499, false, false", "500, false, true", "1000, true, false"})
    void capacityFollowsTheDayFromFiveHundredCamerasOnAndNeverInLocalStack(
            int cameras, boolean local, boolean follows) {
        assertThat(TableScaling.of(cameras, local).isPresent()).isEqualTo(follows);
    }

    @Test
    void onlyTheTablesThatEveryReadWritesAreProvisioned() {
        for (var table : Tables.all()) {
            assertThat(properties(table).path("BillingMode").asText())
                    .as(table.name())
                    .isEqualTo(TableScaling.TABLES.contains(table) ? "PROVISIONED" : "PAY_PER_REQUEST");
            assertThat(properties(table).has("ProvisionedThroughput")).isEqualTo(TableScaling.TABLES.contains(table));
        }
    }

    @Test
    void theFirstCapacityIsThatOfABusyHour() {
        // 1,000 cameras with 5,000 pictures a day, five times the mean: 290 a second, eight units each.
        for (var table : TableScaling.TABLES) {
            var indexes = Values.list(properties(table).path("GlobalSecondaryIndexes"));
            assertThat(Stream.concat(Stream.of(properties(table)), indexes.stream()))
                    .allSatisfy(one -> assertThat(one.path("ProvisionedThroughput")
                                    .path("WriteCapacityUnits")
                                    .asInt())
                            .isEqualTo(290 * 8));
        }
    }

    @Test
    void everyTableAndIndexFollowsForReadsAndWritesWithinItsBounds() {
        var wanted = TableScaling.TABLES.stream()
                .flatMap(TableScalingTest::resources)
                .toList();
        var targets = DATA.ofType("AWS::ApplicationAutoScaling::ScalableTarget");
        var policies =
                DATA.properties("AWS::ApplicationAutoScaling::ScalingPolicy").toList();

        assertThat(targets.values().stream()
                        .map(target -> Values.text(target.path("Properties").path("ResourceId"))))
                .containsExactlyInAnyOrderElementsOf(wanted.stream()
                        .flatMap(one -> Collections.nCopies(2, one).stream())
                        .toList());
        targets.forEach((id, target) -> {
            var least = target.path("Properties").path("MinCapacity").asInt();
            assertThat(least)
                    .isBetween(1, target.path("Properties").path("MaxCapacity").asInt());
            assertThat(policies.stream()
                            .filter(policy -> policy.path("ScalingTargetId")
                                    .path("Ref")
                                    .asText()
                                    .equals(id)))
                    .singleElement()
                    .satisfies(policy -> assertThat(policy.path("TargetTrackingScalingPolicyConfiguration")
                                    .path("TargetValue")
                                    .asInt())
                            .isEqualTo(TableScaling.TARGET_PERCENT));
        });
    }

    /** An account's default: 80,000 units for all that is provisioned, 40,000 for a table or an index. */
    @ParameterizedTest
    @ValueSource(ints = {500, 1_000, 2_000, 2_500, 5_000, 7_200, 20_000})
    void aCityOfAnySizeBeginsWithWhatAnAccountLetsItProvision(int cameras) {
        var first = TableScaling.of(cameras, false).orElseThrow().first();
        var provisioned = TableScaling.TABLES.stream()
                .flatMap(TableScalingTest::resources)
                .count();

        for (var units : List.of(first.getWriteCapacityUnits(), first.getReadCapacityUnits())) {
            assertThat(units.longValue()).isBetween(1L, 40_000L);
            assertThat(units.longValue() * provisioned).isLessThanOrEqualTo(TableScaling.FIRST_OF_ALL);
        }
    }

    private static Stream<String> resources(Table table) {
        var name = "table/passby-" + table.name();
        return Stream.concat(
                Stream.of(name), table.indexes().stream().map(Index::name).map(index -> name + "/index/" + index));
    }

    @Test
    void theStackStaysBelowTheNumberOfResourcesThatCloudFormationTakes() {
        assertThat(List.of(DATA.resources().toList().size())).allMatch(count -> count <= 500);
    }
}
