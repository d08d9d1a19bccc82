package passby.infra.recognition;

import java.util.List;
import java.util.Optional;
import passby.aws.recognition.LambdaRecognizer;
import passby.infra.access.RecognizerGrants;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.RecognizerImage;
import passby.infra.functions.FunctionContext;
import passby.infra.functions.FunctionFindings;
import passby.infra.functions.FunctionRole;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ecr.assets.DockerImageAsset;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.CfnFunction.CodeProperty;
import software.amazon.awscdk.services.lambda.CfnFunction.LoggingConfigProperty;
import software.amazon.awscdk.services.lambda.CfnFunction.VpcConfigProperty;
import software.constructs.Construct;

/**
 * The recogniser: an image, in a network whose only way out is to the frames. It is called by its own name: an image takes no
 * snapshots, so there is nothing that a published version would give.
 */
public final class Recognizer extends Construct {
    /** Measured: 0.55 GB after the finest look, and the whole core that 1,769 MB buy (recognizer-container/README.md). */
    public static final int MEMORY_MB = 2048;

    public Recognizer(Construct scope, FunctionContext surroundings, Capacity capacity) {
        super(scope, RecognizerGrants.FUNCTION);
        var names = surroundings.names();
        var local = surroundings.deployment().local();
        var network = local ? Optional.<SealedNetwork>empty() : Optional.of(new SealedNetwork(this, names));
        var role = FunctionRole.in(
                this, names, RecognizerGrants.FUNCTION, new RecognizerGrants(names).all(network.isPresent()));
        FunctionFindings.inRoleOfRecognizer(Underlying.of(role, CfnResource.class), names);
        var made = CfnFunction.Builder.create(this, "Function")
                .functionName(names.function(RecognizerGrants.FUNCTION))
                .description("Passby: reads plates in pictures")
                .packageType("Image")
                .code(CodeProperty.builder()
                        .imageUri(imageUri(surroundings.deployment().recognizer()))
                        .build())
                .architectures(List.of(local ? "x86_64" : "arm64"))
                .memorySize(MEMORY_MB)
                .timeout(LambdaRecognizer.TIMEOUT.toSeconds())
                .reservedConcurrentExecutions(capacity.recognizers())
                .role(role.getRoleArn())
                // Three lines for each frame that Lambda would write of itself, as many as a city's reads; its metrics
                // tell the same.
                .loggingConfig(LoggingConfigProperty.builder()
                        .logFormat("JSON")
                        .systemLogLevel("WARN")
                        .logGroup(names.logGroup(RecognizerGrants.FUNCTION))
                        .build());
        network.ifPresent(place -> made.vpcConfig(VpcConfigProperty.builder()
                .subnetIds(place.subnets())
                .securityGroupIds(List.of(place.securityGroup()))
                .build()));
        FunctionFindings.inRecognizer(made.build());
    }

    private String imageUri(RecognizerImage image) {
        return switch (image) {
            case RecognizerImage.Published(var uri) -> uri;
            case RecognizerImage.Built(var files) ->
                DockerImageAsset.Builder.create(this, "Image")
                        .directory(files.toString())
                        .platform(Platform.LINUX_ARM64)
                        .build()
                        .getImageUri();
        };
    }
}
