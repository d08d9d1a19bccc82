package passby.infra.api;

import java.util.List;
import java.util.Map;
import passby.aws.api.CallerKind;
import passby.infra.capacity.Capacity;
import passby.infra.naming.Names;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.wafv2.CfnIPSet;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AndStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.IPSetReferenceStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.NotStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** The firewall in front of the gateway: so many requests from one address, known attacks never. It samples no request. */
public final class RateRules extends Construct {
    /** Whatever the stage in front of it. */
    private static final String UPLOADS = "/v1/uploads";

    /** @param networks of the city, by commas; empty for none */
    public RateRules(Construct scope, Names names, Capacity capacity, RestApi api, String networks) {
        super(scope, "RateRules");
        var own = from(ownNetworks(names, networks));
        var acl = CfnWebACL.Builder.create(this, "Acl")
                .name(names.named("api"))
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .rules(List.of(
                        rate("Cameras", 1, capacity.perAddress(CallerKind.CAMERA), both(uploads(), not(own))),
                        rate("Others", 2, capacity.perAddress(CallerKind.PERSON), both(not(uploads()), not(own))),
                        rate("OwnNetworks", 4, capacity.perOwnAddress(), own),
                        known()))
                .visibilityConfig(seen("Passby"))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .webAclArn(acl.getAttrArn())
                .resourceArn(api.getDeploymentStage().getStageArn())
                .build();
    }

    private static RuleProperty rate(String name, int priority, long limit, StatementProperty scope) {
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .action(RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(StatementProperty.builder()
                        .rateBasedStatement(RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .evaluationWindowSec(300)
                                .limit(limit)
                                .scopeDownStatement(scope)
                                .build())
                        .build())
                .visibilityConfig(seen(name))
                .build();
    }

    /** AWS's own list of what only attackers send. */
    private static RuleProperty known() {
        return RuleProperty.builder()
                .name("KnownAttacks")
                .priority(3)
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

    private static StatementProperty uploads() {
        return StatementProperty.builder()
                .byteMatchStatement(ByteMatchStatementProperty.builder()
                        .fieldToMatch(
                                FieldToMatchProperty.builder().uriPath(Map.of()).build())
                        .positionalConstraint("ENDS_WITH")
                        .searchString(UPLOADS)
                        .textTransformations(List.of(TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                        .build())
                .build();
    }

    private CfnIPSet ownNetworks(Names names, String networks) {
        var given = CfnCondition.Builder.create(this, "HasOwnNetworks")
                .expression(Fn.conditionNot(Fn.conditionEquals(networks, "")))
                .build();
        var set = CfnIPSet.Builder.create(this, "OwnNetworks")
                .name(names.named("own-networks"))
                .scope("REGIONAL")
                .ipAddressVersion("IPV4")
                .addresses(List.of())
                .build();
        set.addPropertyOverride(
                "Addresses",
                Map.of("Fn::If", List.of(given.getLogicalId(), Map.of("Fn::Split", List.of(",", networks)), List.of())));
        return set;
    }

    private static StatementProperty from(CfnIPSet networks) {
        return StatementProperty.builder()
                .ipSetReferenceStatement(IPSetReferenceStatementProperty.builder()
                        .arn(networks.getAttrArn())
                        .build())
                .build();
    }

    private static StatementProperty both(StatementProperty one, StatementProperty other) {
        return StatementProperty.builder()
                .andStatement(AndStatementProperty.builder()
                        .statements(List.of(one, other))
                        .build())
                .build();
    }

    private static StatementProperty not(StatementProperty statement) {
        return StatementProperty.builder()
                .notStatement(
                        NotStatementProperty.builder().statement(statement).build())
                .build();
    }

    private static VisibilityConfigProperty seen(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .metricName(metric)
                .build();
    }
}
