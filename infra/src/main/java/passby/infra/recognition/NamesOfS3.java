package passby.infra.recognition;

import java.util.List;
import passby.infra.naming.Names;
import passby.recognizer.wire.FrameHosts;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.route53resolver.CfnFirewallDomainList;
import software.amazon.awscdk.services.route53resolver.CfnFirewallRuleGroup;
import software.amazon.awscdk.services.route53resolver.CfnFirewallRuleGroup.FirewallRuleProperty;
import software.amazon.awscdk.services.route53resolver.CfnFirewallRuleGroupAssociation;
import software.constructs.Construct;

/** Lets a network ask for the names of S3 in its region, and for no other. */
final class NamesOfS3 extends Construct {
    NamesOfS3(Construct scope, IVpc vpc) {
        super(scope, "Dns");
        var s3 = domains("S3", FrameHosts.in("${AWS::Region}"));
        var all = domains("All", List.of("*"));
        var rules = CfnFirewallRuleGroup.Builder.create(this, "Rules")
                .firewallRules(List.of(
                        rule(s3, 1, "ALLOW")
                                .firewallDomainRedirectionAction("TRUST_REDIRECTION_DOMAIN")
                                .build(),
                        rule(all, 2, "BLOCK").blockResponse("NXDOMAIN").build()))
                .build();
        CfnFirewallRuleGroupAssociation.Builder.create(this, "Association")
                .firewallRuleGroupId(rules.getAttrId())
                .vpcId(vpc.getVpcId())
                .priority(101)
                .build();
    }

    private CfnFirewallDomainList domains(String id, List<String> names) {
        return CfnFirewallDomainList.Builder.create(this, id)
                .domains(names.stream().map(Names::resolved).toList())
                .build();
    }

    private static FirewallRuleProperty.Builder rule(CfnFirewallDomainList domains, int priority, String action) {
        return FirewallRuleProperty.builder()
                .firewallDomainListId(domains.getAttrId())
                .priority(priority)
                .action(action);
    }
}
