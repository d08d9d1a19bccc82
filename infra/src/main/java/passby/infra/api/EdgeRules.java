package passby.infra.api;

import java.util.List;
import passby.infra.capacity.Capacity;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.constructs.Construct;

/**
 * The firewall in front of CloudFront: it stops floods and known attacks. It knows nothing of the city's networks, so its limit is that of
 * one of them; what goes on to the API is counted there by its viewer's address.
 */
public final class EdgeRules extends Construct {
    private final CfnWebACL acl;

    public EdgeRules(Construct scope, Names names, Capacity capacity) {
        super(scope, "EdgeRules");
        acl = CfnWebACL.Builder.create(this, "Acl")
                .name(names.named("edge"))
                .scope("CLOUDFRONT")
                .defaultAction(WafRules.allow())
                .rules(List.of(WafRules.rate("Floods", 1, flood(capacity)), WafRules.known(2)))
                .visibilityConfig(WafRules.seen("PassbyEdge"))
                .build();
    }

    private static RateBasedStatementProperty flood(Capacity capacity) {
        return WafRules.ofAddress(capacity.perOwnAddress()).build();
    }

    public String arn() {
        return acl.getAttrArn();
    }
}
