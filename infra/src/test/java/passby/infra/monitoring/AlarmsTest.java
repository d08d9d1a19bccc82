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
import passby.aws.api.Metric;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class AlarmsTest {
    private static final Pattern SECTION = Pattern.compile(".* What to do: docs/runbook\\.md#([a-z-]+)");

    private final SynthesizedStack service = Templates.aws().service();

    @Test
    void everyAlarmLeadsToASectionOfTheRunbookAndEverySectionToAnAlarm() throws IOException {
        var linked = alarms().map(
                        alarm -> SECTION.matcher(alarm.path("AlarmDescription").asText()))
                .peek(matcher -> assertThat(matcher.matches()).isTrue())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());

        assertThat(linked).isEqualTo(sections());
    }

    @Test
    void everyAlarmIsToldWhenItBeginsAndWhenItEnds() {
        assertThat(alarms()).isNotEmpty().allSatisfy(alarm -> {
            assertThat(Values.each(alarm.path("AlarmActions"))).allMatch(arn -> arn.endsWith(":passby-alarms"));
            assertThat(Values.each(alarm.path("OKActions"))).allMatch(arn -> arn.endsWith(":passby-alarms"));
        });
    }

    @Test
    void everyFunctionHasAnAlarmForItsErrorsAndItsThrottles() {
        var functions = service.properties("AWS::Lambda::Function")
                .map(function -> function.path("FunctionName").asText())
                .toList();

        for (var metric : List.of("Errors", "Throttles")) {
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

    private static Set<String> sections() throws IOException {
        return Files.readAllLines(Path.of("../docs/runbook.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
