package passby.infra.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.infra.deployment.Deployment;
import passby.infra.deployment.LedgerSettings;
import passby.infra.deployment.RecognizerImage;
import passby.infra.deployment.WebSettings;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class RecognizerTest {
    private final SynthesizedStack service = Templates.aws().service();
    private final JsonNode function = service.properties("AWS::Lambda::Function", "FunctionName", "passby-Recognizer");

    @Test
    void itIsAnImageWithAWholeCoreAndNoEnvironment() {
        assertThat(function.path("PackageType").asText()).isEqualTo("Image");
        assertThat(function.path("Code").path("ImageUri").asText()).isEqualTo(Templates.IMAGE);
        assertThat(function.path("MemorySize").asInt()).isEqualTo(2048);
        assertThat(function.has("Environment")).isFalse();
    }

    @Test
    void aRunThatWentWellWritesNoLineOfLambdasOwn() {
        assertThat(function.path("LoggingConfig").path("LogFormat").asText()).isEqualTo("JSON");
        assertThat(function.path("LoggingConfig").path("SystemLogLevel").asText())
                .isEqualTo("WARN");
    }

    @Test
    void itsNetworkHasNoWayInAndOneWayOut() {
        assertThat(service.ofType("AWS::EC2::InternetGateway")).isEmpty();
        assertThat(service.ofType("AWS::EC2::NatGateway")).isEmpty();
        assertThat(service.ofType("AWS::EC2::VPCPeeringConnection")).isEmpty();
        assertThat(service.ofType("AWS::EC2::Route")).isEmpty();
        assertThat(service.properties("AWS::EC2::VPCEndpoint")).singleElement().satisfies(endpoint -> {
            assertThat(Values.text(endpoint.path("ServiceName"))).isEqualTo("com.amazonaws.${AWS::Region}.s3");
            assertThat(endpoint.path("VpcEndpointType").asText()).isEqualTo("Gateway");
            assertThat(endpoint.path("RouteTableIds")).hasSize(2);
        });
        assertThat(service.properties("AWS::EC2::Subnet"))
                .hasSize(2)
                .noneMatch(subnet -> subnet.path("MapPublicIpOnLaunch").asBoolean());
    }

    @Test
    void itsSecurityGroupLetsNothingIn() {
        var groups = service.properties("AWS::EC2::SecurityGroup").toList();

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.has("SecurityGroupIngress")).isFalse();
            assertThat(group.path("SecurityGroupEgress")).hasSize(1);
            assertThat(group.path("SecurityGroupEgress").get(0).path("ToPort").asInt())
                    .isEqualTo(443);
        });
        assertThat(service.ofType("AWS::EC2::SecurityGroupIngress")).isEmpty();
        assertThat(function.path("VpcConfig").path("SecurityGroupIds")).hasSize(1);
        assertThat(function.path("VpcConfig").path("SubnetIds")).hasSize(2);
    }

    @Test
    void itMayAskForTheNamesOfS3AndForNoOther() {
        var rules = service.properties("AWS::Route53Resolver::FirewallRuleGroup")
                .flatMap(group -> Values.list(group.path("FirewallRules")).stream())
                .toList();

        assertThat(rules).hasSize(2);
        assertThat(rules.getFirst().path("Action").asText()).isEqualTo("ALLOW");
        assertThat(domains(rules.getFirst()))
                .isEqualTo("[s3.${AWS::Region}.amazonaws.com, *.s3.${AWS::Region}.amazonaws.com]");
        assertThat(rules.getLast().path("Action").asText()).isEqualTo("BLOCK");
        assertThat(domains(rules.getLast())).isEqualTo("[*]");
        assertThat(rules.getFirst().path("Priority").asInt())
                .isLessThan(rules.getLast().path("Priority").asInt());
    }

    @Test
    void itsImageIsBuiltFromFilesOnlyWhenTheStackIsDeployed(@TempDir Path files) throws IOException {
        Files.writeString(files.resolve("Dockerfile"), "FROM scratch");
        var given = Templates.deployment("passby", false, Optional.empty());
        var deployment = new Deployment(
                given.name(),
                false,
                given.issuer(),
                given.functionsZip(),
                new RecognizerImage.Built(files),
                100,
                LedgerSettings.USUAL,
                WebSettings.USUAL,
                given.safeguards(),
                given.emailSender());

        var assembly = Path.of(Templates.app(deployment).synth().getDirectory());

        var images = new ObjectMapper()
                .readTree(assembly.resolve("passby-service.assets.json").toFile())
                .path("dockerImages");
        assertThat(images).singleElement().satisfies(image -> {
            assertThat(image.path("source").path("platform").asText()).isEqualTo("linux/arm64");
            assertThat(assembly.resolve(image.path("source").path("directory").asText())
                            .resolve("Dockerfile"))
                    .hasContent("FROM scratch");
        });
    }

    private String domains(JsonNode rule) {
        var list = rule.path("FirewallDomainListId").path("Fn::GetAtt").get(0).asText();
        return Values.each(service.resource(list).path("Properties").path("Domains"))
                .toString();
    }
}
