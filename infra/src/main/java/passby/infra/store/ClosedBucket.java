package passby.infra.store;

import java.util.List;
import java.util.stream.Stream;
import passby.infra.access.KeyGroup;
import passby.infra.access.ResourcePolicies;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
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
 * What every bucket of a city has in common: nobody sees it from outside, over TLS only, encrypted by the key of its group, with the
 * policy that the list of functions gives it, and it outlives its stack.
 */
public final class ClosedBucket {
    private final Names names;
    private final Keys keys;
    private final passby.aws.api.Bucket which;

    public ClosedBucket(Names names, Keys keys, passby.aws.api.Bucket which) {
        this.names = names;
        this.keys = keys;
        this.which = which;
    }

    /**
     * Makes the bucket and its policy.
     *
     * @param scope of both
     * @param locks whether its objects can be locked, which takes versions too
     * @param rules beside the one that ends uploads that broke off
     */
    public CfnBucket in(Construct scope, boolean versioned, boolean locks, List<LifecycleRule> rules) {
        var builder = Bucket.Builder.create(scope, "Bucket")
                .bucketName(Names.resolved(names.bucket(which)))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(keys.of(KeyGroup.of(which)))
                .bucketKeyEnabled(true)
                .versioned(versioned)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .lifecycleRules(
                        Stream.concat(rules.stream(), Stream.of(brokenOff())).toList());
        if (locks) {
            builder.objectLockEnabled(true);
        }
        var bucket = Underlying.of(builder.build(), CfnBucket.class);
        policy(scope, bucket);
        return bucket;
    }

    private static LifecycleRule brokenOff() {
        return LifecycleRule.builder()
                .id("broken-off")
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }

    private void policy(Construct scope, CfnBucket bucket) {
        var policy = CfnBucketPolicy.Builder.create(scope, "Policy")
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
