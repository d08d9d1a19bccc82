package passby.infra.evidence;

import java.util.List;
import passby.infra.access.KeyGroup;
import passby.infra.access.ResourcePolicies;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import passby.infra.store.Keys;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Copies of held reads. Each version is locked in governance mode by the function that writes it; the one that ends holds may
 * delete it before its date, and nobody else.
 */
public final class EvidenceBucket extends Construct {
    private static final String REASON_FOR_NO_ACCESS_LOG =
            "Who took a package is in the ledger, and an access log would name its case to administrators.";

    /** @param locks false for a bucket of tests, which somebody wants to delete again */
    public EvidenceBucket(Construct scope, Names names, Keys keys, boolean locks) {
        super(scope, "Evidence");
        var which = passby.aws.api.Bucket.EVIDENCE;
        var made = Bucket.Builder.create(this, "Bucket")
                .bucketName(Names.resolved(names.bucket(which)))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(keys.of(KeyGroup.of(which)))
                .bucketKeyEnabled(true)
                .versioned(locks)
                .objectLockEnabled(locks)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("broken-off")
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .build();
        var bucket = Underlying.of(made, CfnBucket.class);
        var findings = AcknowledgedFindings.on(bucket)
                .checkov("CKV_AWS_18", REASON_FOR_NO_ACCESS_LOG)
                .nag("AwsSolutions-S1", REASON_FOR_NO_ACCESS_LOG);
        if (!locks) {
            findings.checkov("CKV_AWS_21", "A bucket of tests.");
        }
        var policy = CfnBucketPolicy.Builder.create(this, "Policy")
                .bucket(bucket.getRef())
                .policyDocument(PolicyDocument.Builder.create()
                        .statements(new ResourcePolicies(names)
                                .bucket(which).grants().stream()
                                        .map(grant -> grant.statement(names))
                                        .toList())
                        .build())
                .build();
        AcknowledgedFindings.on(policy)
                .nag(
                        "AwsSolutions-S10",
                        "Its first statement does; the judge does not resolve the bucket's explicit name.");
    }
}
