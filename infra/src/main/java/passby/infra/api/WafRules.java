package passby.infra.api;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AndStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.NotStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;

/** What the rules of both firewalls are made of. None samples a request. */
final class WafRules {
    private static final int WINDOW_SECONDS = 300;

    private WafRules() {}

    static RateBasedStatementProperty.Builder ofAddress(long limit) {
        return RateBasedStatementProperty.builder()
                .aggregateKeyType("IP")
                .evaluationWindowSec(WINDOW_SECONDS)
                .limit(limit);
    }

    /** Refuses whoever is over the limit. */
    static RuleProperty rate(String name, int priority, RateBasedStatementProperty statement) {
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .action(RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(StatementProperty.builder()
                        .rateBasedStatement(statement)
                        .build())
                .visibilityConfig(seen(name))
                .build();
    }

    /** AWS's own list of what only attackers send. */
    static RuleProperty known(int priority) {
        return RuleProperty.builder()
                .name("KnownAttacks")
                .priority(priority)
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .statement(StatementProperty.builder()
                        .managedRuleGroupStatement(ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name("AWSManagedRulesKnownBadInputsRuleSet")
                                .build())
                        .build())
                .visibilityConfig(seen("KnownAttacks"))
                .build();
    }

    /** @param constraint such as {@code EXACTLY} */
    static StatementProperty matches(FieldToMatchProperty field, String constraint, String text) {
        return StatementProperty.builder()
                .byteMatchStatement(ByteMatchStatementProperty.builder()
                        .fieldToMatch(field)
                        .positionalConstraint(constraint)
                        .searchString(text)
                        .textTransformations(List.of(TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                        .build())
                .build();
    }

    static StatementProperty all(StatementProperty... statements) {
        return StatementProperty.builder()
                .andStatement(AndStatementProperty.builder()
                        .statements(List.of(statements))
                        .build())
                .build();
    }

    static StatementProperty not(StatementProperty statement) {
        return StatementProperty.builder()
                .notStatement(
                        NotStatementProperty.builder().statement(statement).build())
                .build();
    }

    static CfnWebACL.DefaultActionProperty allow() {
        return CfnWebACL.DefaultActionProperty.builder()
                .allow(CfnWebACL.AllowActionProperty.builder().build())
                .build();
    }

    static VisibilityConfigProperty seen(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .metricName(metric)
                .build();
    }
}
