package passby.infra.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * A bucket that nobody sees from outside, over TLS only, encrypted by its own key. Without versions, because deletion is to be
 * real; without CORS, because no browser comes here.
 */
public final class PrivateBucket extends Construct {
    private final CfnBucket bucket;

    /**
     * @param which of the city's buckets
     * @param backstops by prefix, after how long S3 itself deletes what the city forgot to; none where files are kept for good
     */
    public PrivateBucket(
            Construct scope,
            String id,
            Names names,
            Keys keys,
            passby.aws.api.Bucket which,
            Map<String, Duration> backstops) {
        super(scope, id);
        var made = Bucket.Builder.create(this, "Bucket")
                .bucketName(Names.resolved(names.bucket(which)))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(keys.of(KeyGroup.of(which)))
                .bucketKeyEnabled(true)
                .versioned(false)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .lifecycleRules(rules(backstops))
                .build();
        bucket = Underlying.of(made, CfnBucket.class);
        AcknowledgedFindings.on(bucket)
                .checkov(
                        "CKV_AWS_18",
                        "An access log would keep which camera saw something when, after the picture is gone.")
                .checkov("CKV_AWS_21", "A version would keep what was deleted.")
                .nag(
                        "AwsSolutions-S1",
                        "An access log would keep which camera saw something when, after the picture is gone.");
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

    private static List<LifecycleRule> rules(Map<String, Duration> backstops) {
        var rules = new ArrayList<LifecycleRule>();
        new TreeMap<>(backstops)
                .forEach((prefix, backstop) -> rules.add(LifecycleRule.builder()
                        .id("backstop-" + prefix.replace('/', '-'))
                        .prefix(prefix)
                        .expiration(backstop)
                        .build()));
        rules.add(LifecycleRule.builder()
                .id("broken-off")
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build());
        return rules;
    }

    public CfnBucket bucket() {
        return bucket;
    }
}
