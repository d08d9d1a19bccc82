package passby.infra.web;

import passby.infra.access.ResourcePolicies;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The files of the web app and of the public page. Whoever deploys puts them there; no function of the city touches them. */
final class SiteBucket extends Construct {
    private static final String NO_ACCESS_LOG =
            "Only CloudFront comes here, and who looks at a public page is nobody's business.";

    SiteBucket(Construct scope, Names names) {
        super(scope, "Site");
        var bucket = Underlying.of(
                Bucket.Builder.create(this, "Bucket")
                        .bucketName(Names.resolved(names.siteBucket()))
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .encryption(BucketEncryption.S3_MANAGED)
                        .versioned(true)
                        .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                        .build(),
                CfnBucket.class);
        AcknowledgedFindings.on(bucket).checkov("CKV_AWS_18", NO_ACCESS_LOG).nag("AwsSolutions-S1", NO_ACCESS_LOG);
        var policy = CfnBucketPolicy.Builder.create(this, "Policy")
                .bucket(bucket.getRef())
                .policyDocument(PolicyDocument.Builder.create()
                        .statements(new ResourcePolicies(names)
                                .site().grants().stream()
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
