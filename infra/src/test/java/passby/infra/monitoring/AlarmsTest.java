package passby.infra.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;
import passby.aws.api.Metric;
import passby.aws.api.Trigger;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class AlarmsTest {
    private static final Pattern SECTION = Pattern.compile(".* What to do: docs/runbook\\.md#([a-z-]+)");

    private final SynthesizedStack service = Templates.aws().service();

    @Test
    void everyAlarmLeadsToASectionOfTheRunbookAndEverySectionToAnAlarm() throws IOException {
        var edge = Templates.aws().edge().properties("AWS::CloudWatch::Alarm");
        var linked = Stream.of(alarms(), combined(), edge)
                .flatMap(all -> all)
                .map(alarm -> SECTION.matcher(alarm.path("AlarmDescription").asText()))
                .peek(matcher -> assertThat(matcher.matches()).isTrue())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());

        assertThat(linked).isEqualTo(sections());
    }

    @Test
    void everyAlarmIsSentOnceWhenItBeginsAndWhenItEnds() {
        var combined =
                combined().map(alarm -> alarm.path("AlarmRule").toString()).collect(Collectors.joining());
        var sent = service.ofType("AWS::CloudWatch::Alarm").entrySet().stream()
                .filter(alarm -> !combined.contains("\"" + alarm.getKey() + "\""))
                .map(alarm -> alarm.getValue().path("Properties"));
        var parts = service.ofType("AWS::CloudWatch::Alarm").entrySet().stream()
                .filter(alarm -> combined.contains("\"" + alarm.getKey() + "\""))
                .map(alarm -> alarm.getValue().path("Properties"));

        assertThat(Stream.concat(sent, combined())).isNotEmpty().allSatisfy(alarm -> {
            assertThat(Values.each(alarm.path("AlarmActions")))
                    .isNotEmpty()
                    .allMatch(arn -> arn.endsWith(":passby-alarms"));
            assertThat(Values.each(alarm.path("OKActions")))
                    .isNotEmpty()
                    .allMatch(arn -> arn.endsWith(":passby-alarms"));
        });
        assertThat(parts).isNotEmpty().allSatisfy(alarm -> {
            assertThat(alarm.has("AlarmActions")).isFalse();
            assertThat(alarm.has("OKActions")).isFalse();
        });
    }

    /** A combined alarm that leads elsewhere than its parts would hide what to do. */
    @Test
    void aCombinedAlarmAndItsPartsLeadToOneSection() {
        combined().forEach(alarm -> {
            var section = section(alarm);
            assertThat(parts(alarm))
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(section(part)).isEqualTo(section));
        });
    }

    @Test
    void everyFunctionHasAnAlarmForItsErrorsItsThrottlesAndItsTimeout() {
        var functions = service.properties("AWS::Lambda::Function")
                .map(function -> function.path("FunctionName").asText())
                .toList();

        for (var metric : List.of("Errors", "Throttles", "Duration")) {
            assertThat(alarms().filter(
                                    alarm -> alarm.path("MetricName").asText().equals(metric))
                            .map(alarm -> alarm.path("Dimensions")
                                    .get(0)
                                    .path("Value")
                                    .asText()))
                    .containsExactlyInAnyOrderElementsOf(functions);
        }
    }

    @Test
    void whatFunctionsMeasureOfThemselvesIsWatchedButForWhatOnlyTheDashboardShows() {
        var watched = alarms().map(JsonNode::toString).collect(Collectors.joining());
        var unwatched = EnumSet.allOf(Metric.class);
        unwatched.removeIf(metric -> watched.contains("\"" + metric.code() + "\""));

        assertThat(unwatched).containsExactlyInAnyOrder(Metric.FRAMES_READ, Metric.CAPTURE_TO_ALERT);
    }

    @Test
    void runningNearTheTimeoutIsFourFifthsOfIt() {
        for (var spec : Functions.ALL) {
            assertThat(named("Slow" + spec.name()).path("Threshold").asLong())
                    .isEqualTo(spec.size().timeout().toMillis() * 8 / 10);
        }
    }

    @Test
    void everyQueueThatAFunctionReadsIsWatchedForAgeAndForDeadLetters() {
        for (var spec : Functions.ALL) {
            if (spec.trigger() instanceof Trigger.Queue(var queue)) {
                assertThat(named("OldMessages" + spec.name())
                                .path("Dimensions")
                                .get(0)
                                .path("Value")
                                .asText())
                        .isEqualTo("passby-" + queue.code());
                assertThat(named("DeadLetters" + spec.name())
                                .path("Dimensions")
                                .get(0)
                                .path("Value")
                                .asText())
                        .isEqualTo("passby-" + queue.deadLetters().orElseThrow().code());
            }
        }
    }

    @Test
    void everyClockIsMissedWhenItStops() {
        for (var spec : Functions.ALL) {
            switch (spec.trigger()) {
                case Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _ ->
                    assertThat(named("Stopped" + spec.name())
                                    .path("TreatMissingData")
                                    .asText())
                            .isEqualTo("breaching");
                case Trigger.Api _, Trigger.Queue _, Trigger.Deployment _, Trigger.SignIn _, Trigger.ByHand _ -> {}
            }
        }
    }

    @Test
    void everyFunctionWithReservedPlacesIsWatchedBeforeTheyAreUsedUp() {
        var reserved = service.properties("AWS::Lambda::Function")
                .filter(function -> function.has("ReservedConcurrentExecutions"))
                .toList();

        assertThat(reserved).hasSize(2).allSatisfy(function -> {
            var name = function.path("FunctionName").asText().replace("passby-", "");
            assertThat(named("NearCapacity" + name).path("Threshold").asInt())
                    .isBetween(1, function.path("ReservedConcurrentExecutions").asInt() - 1);
        });
    }

    /** Source: Amazon CloudWatch User Guide, "CloudWatch service quotas". */
    @Test
    void aCombinedAlarmHasAtMostAHundredParts() {
        assertThat(combined()).isNotEmpty().allMatch(alarm -> parts(alarm).size() <= 100);
    }

    @Test
    void aClockThatStopsMeasuringIsAnAlarmToo() {
        assertThat(alarms().filter(
                                alarm -> alarm.path("TreatMissingData").asText().equals("breaching"))
                        .map(alarm -> alarm.path("AlarmName").asText()))
                .contains(
                        "passby-ExpiryLag",
                        "passby-LedgerLag",
                        "passby-OptOutLost",
                        "passby-StoppedSweepUploads",
                        "passby-StoppedPublishAlerts");
    }

    @Test
    void aDeletionByTheTimeToLiveOfAnyPurgedTableIsAFailure() {
        var alarms = alarms().filter(alarm -> alarm.path("AlarmName").asText().startsWith("passby-DeletedByTable"))
                .toList();

        var watched = alarms.stream()
                .flatMap(alarm -> alarm.path("Metrics").findValuesAsText("Value").stream())
                .collect(Collectors.toSet());
        assertThat(watched)
                .isEqualTo(Tables.all().stream()
                        .filter(table -> table.deletion() == Table.Deletion.PURGE)
                        .map(table -> "passby-" + table.name())
                        .collect(Collectors.toSet()));
        assertThat(alarms).allSatisfy(alarm -> {
            assertThat(alarm.path("Metrics").findValuesAsText("MetricName"))
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(10)
                    .allMatch("TimeToLiveDeletedItemCount"::equals);
            assertThat(alarm.path("Threshold").asLong()).isEqualTo(1);
        });
    }

    @Test
    void aDeletionByABucketsOwnRuleIsAFailure() {
        var alarm = named("DeletedByBucket");

        assertThat(alarm.path("MetricName").asText()).isEqualTo("NumberOfMessagesSent");
        assertThat(alarm.path("Statistic").asText()).isEqualTo("Sum");
        assertThat(alarm.path("Dimensions").get(0).path("Value").asText()).isEqualTo("passby-backstops");
        assertThat(alarm.path("Threshold").asLong()).isEqualTo(1);
    }

    @Test
    void anAlarmIsNamedByTheDeployment() {
        assertThat(alarms()).allMatch(alarm -> alarm.path("AlarmName").asText().startsWith("passby-"));
    }

    @Test
    void theAddressIsSubscribedOnlyWhenThereIsOne() {
        var subscription =
                service.ofType("AWS::SNS::Subscription").values().iterator().next();

        var condition = service.template()
                .path("Conditions")
                .path(subscription.path("Condition").asText());

        assertThat(condition.toString()).isEqualTo("{\"Fn::Not\":[{\"Fn::Equals\":[{\"Ref\":\"AlertEmail\"},\"\"]}]}");
        assertThat(Values.text(subscription.path("Properties").path("TopicArn")))
                .endsWith(":passby-alarms");
    }

    @Test
    void theDashboardShowsWhatTheCityPromises() {
        var body = service.properties("AWS::CloudWatch::Dashboard")
                .map(dashboard -> dashboard.path("DashboardBody").toString())
                .collect(Collectors.joining());

        assertThat(body)
                .contains(
                        Metric.UPLOAD_TO_ALERT.code(),
                        Metric.CAPTURE_TO_ALERT.code(),
                        Metric.EXPIRY_LAG.code(),
                        Metric.LEDGER_LAG.code(),
                        Metric.FRAMES_READ.code());
    }

    private Stream<JsonNode> alarms() {
        return service.properties("AWS::CloudWatch::Alarm");
    }

    private Stream<JsonNode> combined() {
        return service.properties("AWS::CloudWatch::CompositeAlarm");
    }

    private JsonNode named(String id) {
        return service.properties("AWS::CloudWatch::Alarm", "AlarmName", "passby-" + id);
    }

    private List<JsonNode> parts(JsonNode combined) {
        return combined.path("AlarmRule").findValues("Fn::GetAtt").stream()
                .map(attribute -> service.resource(attribute.get(0).asText()).path("Properties"))
                .toList();
    }

    private static String section(JsonNode alarm) {
        var matcher = SECTION.matcher(alarm.path("AlarmDescription").asText());
        assertThat(matcher.matches()).isTrue();
        return matcher.group(1);
    }

    private static Set<String> sections() throws IOException {
        return Files.readAllLines(Path.of("../docs/runbook.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
