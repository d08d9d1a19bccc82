package passby.infra.recognition;

import java.util.List;
import passby.infra.access.RecognizerGrants;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * A network without a way in, whose only way out is S3, there to get frames and nothing else. Names are resolved for S3 alone,
 * because a question to a name server is a way out too.
 */
public final class SealedNetwork extends Construct {
    private final Vpc vpc;
    private final SecurityGroup group;

    public SealedNetwork(Construct scope, Names names) {
        super(scope, "Network");
        vpc = Vpc.Builder.create(this, "Vpc")
                .vpcName(names.named("recognizer"))
                .ipAddresses(IpAddresses.cidr("10.71.0.0/22"))
                .maxAzs(2)
                .natGateways(0)
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Sealed")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .cidrMask(24)
                        .build()))
                .build();
        AcknowledgedFindings.on(Underlying.of(vpc, CfnResource.class))
                .nag(
                        "AwsSolutions-VPC7",
                        "One function lives here, and no route leads anywhere but to frames; a log would hold addresses of S3.");
        frames(names);
        group = SecurityGroup.Builder.create(this, "Recognizer")
                .vpc(vpc)
                .description("The recogniser: nothing comes in, frames are fetched.")
                .allowAllOutbound(false)
                .build();
        group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "To S3; the route table knows no other way.");
        new NamesOfS3(this, vpc);
    }

    private void frames(Names names) {
        GatewayVpcEndpoint s3 = vpc.addGatewayEndpoint(
                "S3",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        new RecognizerGrants(names).wayOut().grants().forEach(grant -> s3.addToPolicy(grant.statement(names)));
    }

    List<String> subnets() {
        return vpc.getIsolatedSubnets().stream()
                .map(subnet -> subnet.getSubnetId())
                .toList();
    }

    String securityGroup() {
        return group.getSecurityGroupId();
    }
}
