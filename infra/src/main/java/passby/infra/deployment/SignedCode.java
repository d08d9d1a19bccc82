package passby.infra.deployment;

import java.util.List;
import software.amazon.awscdk.services.lambda.CfnCodeSigningConfig;
import software.amazon.awscdk.services.lambda.CfnCodeSigningConfig.AllowedPublishersProperty;
import software.amazon.awscdk.services.lambda.CfnCodeSigningConfig.CodeSigningPoliciesProperty;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.CodeSigningConfig;
import software.amazon.awscdk.services.lambda.ICodeSigningConfig;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * The zip of all functions as AWS Signer signed it, and by whom. Lambda refuses every other zip: the signer may live in another account,
 * so that nobody in the city's can bring in code alone. Source: AWS Lambda Developer Guide, "Using code signing".
 *
 * @param profile ARN of the version of the signing profile
 * @param bucket where the signed zip lies, in the city's region
 * @param key of it
 * @param version of it
 */
public record SignedCode(String profile, String bucket, String key, String version) {
    /** As code of functions of a stack. */
    public Code in(Construct scope) {
        return Code.fromBucket(Bucket.fromBucketName(scope, "SignedCode", bucket), key, version);
    }

    /** What makes Lambda refuse other code. */
    public ICodeSigningConfig enforcement(Construct scope) {
        var config = CfnCodeSigningConfig.Builder.create(scope, "CodeSigning")
                .description("Passby: only what the city's signer signed may run.")
                .allowedPublishers(AllowedPublishersProperty.builder()
                        .signingProfileVersionArns(List.of(profile))
                        .build())
                .codeSigningPolicies(CodeSigningPoliciesProperty.builder()
                        .untrustedArtifactOnDeployment("Enforce")
                        .build())
                .build();
        return CodeSigningConfig.fromCodeSigningConfigArn(scope, "Signers", config.getAttrCodeSigningConfigArn());
    }
}
