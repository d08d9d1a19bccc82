package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;

/** What stands in the templates is what is billed. */
final class FixedCostsTest {
    private final Templates templates = Templates.aws();

    private int count(String type) {
        return templates.all().stream()
                .mapToInt(stack -> stack.ofType(type).size())
                .sum();
    }

    @Test
    void everyKeyAlarmAndDashboardIsBilled() {
        assertThat(count("AWS::KMS::Key")).isEqualTo(FixedCosts.KEYS);
        assertThat(templates.all().stream()
                        .flatMap(stack -> stack.properties("AWS::CloudWatch::Alarm"))
                        .mapToInt(alarm ->
                                Math.max(1, alarm.findValues("MetricStat").size()))
                        .sum())
                .isEqualTo(FixedCosts.of(Functions.ALL).alarmMetrics());
        assertThat(count("AWS::CloudWatch::CompositeAlarm"))
                .isEqualTo(FixedCosts.of(Functions.ALL).combinedAlarms());
        assertThat(count("AWS::SecretsManager::Secret")).isEqualTo(FixedCosts.SECRETS);
        assertThat(count("AWS::CloudWatch::Dashboard")).isEqualTo(FixedCosts.DASHBOARDS);
    }

    @Test
    void everyRuleOfTheFirewallsIsBilled() {
        var acls = templates.all().stream()
                .flatMap(stack -> stack.properties("AWS::WAFv2::WebACL"))
                .toList();
        var names = templates
                .service()
                .properties("AWS::Route53Resolver::FirewallDomainList")
                .mapToInt(list -> list.path("Domains").size())
                .sum();

        assertThat(acls).hasSize(FixedCosts.WEB_ACLS);
        assertThat(acls.stream().mapToInt(acl -> acl.path("Rules").size()).sum())
                .isEqualTo(FixedCosts.WAF_RULES);
        assertThat(names).isEqualTo(FixedCosts.FIREWALL_NAMES);
    }

    @Test
    void logsAreBilledForAsLongAsTheyAreKept() {
        var days = templates.all().stream()
                .flatMap(stack -> stack.properties("AWS::Logs::LogGroup"))
                .map(group -> group.path("RetentionInDays").asInt())
                .distinct()
                .toList();

        assertThat(days).containsExactly((int) (Assumption.LOGS_KEPT_MONTHS.value() * Workload.DAYS_A_MONTH));
    }

    /** A price that stands by the hour, such as a gateway out of the network, would be missing from the bill. */
    @Test
    void nothingStandsThatTheBillDoesNotKnow() {
        assertThat(templates.all().stream().flatMap(SynthesizedStack::resources))
                .extracting(resource -> resource.getValue().path("Type").asText())
                .doesNotContain(
                        "AWS::EC2::NatGateway",
                        "AWS::EC2::EIP",
                        "AWS::EC2::TransitGateway",
                        "AWS::StepFunctions::StateMachine",
                        "AWS::Backup::BackupPlan",
                        "AWS::Kinesis::Stream");
        assertThat(templates.service().properties("AWS::EC2::VPCEndpoint"))
                .allMatch(endpoint -> endpoint.path("VpcEndpointType").asText().equals("Gateway"));
        assertThat(templates.service().properties("AWS::Lambda::Function"))
                .noneMatch(function -> function.has("EphemeralStorage"));
    }
}
