package passby.infra.web;

import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * What the city's distribution tells the API's firewall with each request, and nobody else knows. The firewall believes what such
 * a request says of its viewer's address, so that one address behind CloudFront is counted and not CloudFront's own.
 */
public final class EdgeSecret extends Construct {
    private static final int LENGTH = 48;

    public EdgeSecret(Construct scope, Names names) {
        super(scope, "EdgeSecret");
        var secret = CfnSecret.Builder.create(this, "Secret")
                .name(names.named("edge"))
                .description(names.deployment() + ": by which the API's firewall knows the city's own distribution")
                .generateSecretString(CfnSecret.GenerateSecretStringProperty.builder()
                        .passwordLength(LENGTH)
                        .excludePunctuation(true)
                        .build())
                .build();
        secret.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.DELETE);
        AcknowledgedFindings.on(secret)
                .checkov("CKV_AWS_149", "It opens nothing: whoever knows it is counted by an address that they choose.")
                .nag(
                        "AwsSolutions-SMG4",
                        "Firewall and distribution would change one after the other, and count CloudFront in between.");
    }
}
