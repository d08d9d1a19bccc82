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
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ForwardedIPConfigurationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.IPSetForwardedIPConfigurationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.IPSetReferenceStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * The firewall in front of the gateway: so many requests from one address, known attacks never. It samples no request. What comes
 * through the city's own distribution, which proves itself by a secret, is counted by the address that the distribution saw; the same
 * header from anybody else says nothing.
 */
public final class RateRules extends Construct {
    /** By which the city's own distribution proves itself. */
    public static final String EDGE_HEADER = "x-passby-edge";

    /** In which the function at its edge writes who asks. */
    static final String VIEWER_HEADER = "x-passby-viewer";

    /** Whatever the stage in front of it. */
    private static final String UPLOADS = "/v1/uploads";

    private final Capacity capacity;
    private final StatementProperty edge;

    /** @param networks of the city, by commas; empty for none */
    public RateRules(Construct scope, Names names, Capacity capacity, RestApi api, String networks) {
        super(scope, "RateRules");
        this.capacity = capacity;
        this.edge = WafRules.matches(
                FieldToMatchProperty.builder()
                        .singleHeader(Map.of("Name", EDGE_HEADER))
                        .build(),
                "EXACTLY",
                names.edgeSecret());
        var own = ownNetworks(names, networks);
        var acl = CfnWebACL.Builder.create(this, "Acl")
                .name(names.named("api"))
                .scope("REGIONAL")
                .defaultAction(WafRules.allow())
                .rules(rules(IPSetReferenceStatementProperty.builder().arn(own.getAttrArn())))
                .visibilityConfig(WafRules.seen("Passby"))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .webAclArn(acl.getAttrArn())
                .resourceArn(api.getDeploymentStage().getStageArn())
                .build();
    }

    private List<RuleProperty> rules(IPSetReferenceStatementProperty.Builder own) {
        var direct = WafRules.not(edge);
        var fromOwn = from(own.build());
        var forOwn = from(own.ipSetForwardedIpConfig(IPSetForwardedIPConfigurationProperty.builder()
                        .headerName(VIEWER_HEADER)
                        .fallbackBehavior("NO_MATCH")
                        .position("FIRST")
                        .build())
                .build());
        var uploads = uploads();
        var cameras = capacity.perAddress(CallerKind.CAMERA);
        var people = capacity.perAddress(CallerKind.PERSON);
        return List.of(
                rate("Cameras", 1, cameras, WafRules.all(direct, uploads, WafRules.not(fromOwn))),
                rate("Others", 2, people, WafRules.all(direct, WafRules.not(uploads), WafRules.not(fromOwn))),
                WafRules.known(3),
                rate("OwnNetworks", 4, capacity.perOwnAddress(), WafRules.all(direct, fromOwn)),
                forwarded("Web", 5, people, WafRules.all(edge, WafRules.not(forOwn))),
                forwarded("WebOfOwnNetworks", 6, capacity.perOwnAddress(), WafRules.all(edge, forOwn)));
    }

    private static RuleProperty rate(String name, int priority, long limit, StatementProperty scope) {
        return WafRules.rate(
                name,
                priority,
                WafRules.ofAddress(limit).scopeDownStatement(scope).build());
    }

    /** The address that the distribution saw; without a right one the request counts against the limit all the same. */
    private static RuleProperty forwarded(String name, int priority, long limit, StatementProperty scope) {
        return WafRules.rate(
                name,
                priority,
                WafRules.ofAddress(limit)
                        .aggregateKeyType("FORWARDED_IP")
                        .forwardedIpConfig(ForwardedIPConfigurationProperty.builder()
                                .headerName(VIEWER_HEADER)
                                .fallbackBehavior("MATCH")
                                .build())
                        .scopeDownStatement(scope)
                        .build());
    }

    private static StatementProperty uploads() {
        return WafRules.matches(FieldToMatchProperty.builder().uriPath(Map.of()).build(), "ENDS_WITH", UPLOADS);
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
                Map.of(
                        "Fn::If",
                        List.of(given.getLogicalId(), Map.of("Fn::Split", List.of(",", networks)), List.of())));
        return set;
    }

    private static StatementProperty from(IPSetReferenceStatementProperty networks) {
        return StatementProperty.builder().ipSetReferenceStatement(networks).build();
    }
}
