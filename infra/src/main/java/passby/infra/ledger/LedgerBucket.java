package passby.infra.ledger;

import java.util.List;
import java.util.Map;
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
 * The log and its public copy. Objects are locked one by one, by the function that writes them: full files for years, partial ones not
 * at all. Those carry a tag and go after a month, when the full ones have long been there.
 */
public final class LedgerBucket extends Construct {
    /** Longer than the public copy is late, by far. */
    private static final Duration PASSING = Duration.days(30);

    private static final String REASON_FOR_NO_ACCESS_LOG =
            "Whoever reads the log is nobody's business, and whoever writes it is in CloudTrail.";

    /** @param locks false for a bucket of tests, which somebody wants to delete again */
    public LedgerBucket(Construct scope, Names names, Keys keys, boolean locks) {
        super(scope, "Ledger");
        var which = passby.aws.api.Bucket.LEDGER;
        var made = Bucket.Builder.create(this, "Bucket")
                .bucketName(Names.resolved(names.bucket(which)))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(keys.of(KeyGroup.of(which)))
                .bucketKeyEnabled(true)
                .versioned(true)
                .objectLockEnabled(locks)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .lifecycleRules(List.of(
                        LifecycleRule.builder()
                                .id("passing")
                                .tagFilters(Map.of("passing", "true"))
                                .expiration(PASSING)
                                .build(),
                        LifecycleRule.builder()
                                .id("earlier-checkpoints")
                                .noncurrentVersionExpiration(PASSING)
                                .build(),
                        LifecycleRule.builder()
                                .id("broken-off")
                                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                                .build()))
                .build();
        var bucket = Underlying.of(made, CfnBucket.class);
        AcknowledgedFindings.on(bucket)
                .checkov("CKV_AWS_18", REASON_FOR_NO_ACCESS_LOG)
                .nag("AwsSolutions-S1", REASON_FOR_NO_ACCESS_LOG);
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
