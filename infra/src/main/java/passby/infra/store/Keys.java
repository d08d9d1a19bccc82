package passby.infra.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import passby.aws.api.FunctionSpec;
import passby.infra.access.KeyGroup;
import passby.infra.access.KeyPolicies;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.kms.CfnKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** Every key of the city, rotated yearly. What a lost key encrypted is lost, so they outlive the stack. */
public final class Keys extends Construct {
    private final Map<KeyGroup, Key> keys = new EnumMap<>(KeyGroup.class);

    /**
     * @param functions that use the keys
     * @param local where no KMS knows the kind of key that signs checkpoints: there it is one like the others, and signs nothing
     */
    public Keys(Construct scope, Names names, List<FunctionSpec> functions, boolean local) {
        super(scope, "Keys");
        var policies = new KeyPolicies(names, functions);
        for (var group : KeyGroup.values()) {
            var statements = policies.of(group).grants().stream()
                    .map(grant -> grant.statement(names))
                    .toList();
            var key = Key.Builder.create(this, id(group))
                    .description(names.deployment() + ": " + group.holds())
                    .alias(names.named(group.code()))
                    .enableKeyRotation(!signsIn(group, local))
                    .pendingWindow(Duration.days(30))
                    .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                    .policy(PolicyDocument.Builder.create()
                            .statements(statements)
                            .build())
                    .build();
            if (signsIn(group, local)) {
                // The CDK's list of kinds ends before Ed25519, which KMS has since November 2025.
                var signing = Underlying.of(key, CfnKey.class);
                signing.setKeySpec(group == KeyGroup.PUSH ? "ECC_NIST_P256" : "ECC_NIST_EDWARDS25519");
                signing.setKeyUsage("SIGN_VERIFY");
                AcknowledgedFindings.on(signing)
                        .checkov(
                                "CKV_AWS_7",
                                "A key that signs cannot be rotated: what it signed is checked with it for years, and browsers subscribe under it.")
                        .nag(
                                "AwsSolutions-KMS5",
                                "A key that signs cannot be rotated: what it signed is checked with it for years, and browsers subscribe under it.");
            }
            keys.put(group, key);
            CfnOutput.Builder.create(this, id(group) + "Arn")
                    .value(key.getKeyArn())
                    .exportName(group.export(names))
                    .build();
        }
    }

    public Key of(KeyGroup group) {
        return Objects.requireNonNull(keys.get(group));
    }

    /** LocalStack's KMS knows P-256 and no Ed25519. */
    private static boolean signsIn(KeyGroup group, boolean local) {
        return group.signs() && (!local || group == KeyGroup.PUSH);
    }

    private static String id(KeyGroup group) {
        return group.code().substring(0, 1).toUpperCase(Locale.ROOT)
                + group.code().substring(1);
    }
}
