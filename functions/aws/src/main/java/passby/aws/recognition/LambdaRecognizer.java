package passby.aws.recognition;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.core.picture.Box;
import passby.core.picture.CropCutter;
import passby.core.picture.FrameRef;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask;
import passby.core.recognition.Recognition;
import passby.core.recognition.Recognizer;
import passby.core.retention.Timing;
import passby.recognizer.wire.MalformedMessage;
import passby.recognizer.wire.RecognizerRequest;
import passby.recognizer.wire.RecognizerWire;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * The recogniser container, asked as a Lambda function that answers at once. Whatever keeps it from an answer (throttled,
 * failed, too slow, nonsense) is {@code Unavailable}: the queue tries the frame again.
 */
public final class LambdaRecognizer implements Recognizer, CropCutter, PlateMask {
    /** Of one call; a frame needs two of them at most ({@link Timing#READ_PLATES_TIMEOUT}). */
    public static final Duration TIMEOUT = Timing.RECOGNIZER_CALL;

    private static final Logger LOG = LoggerFactory.getLogger(LambdaRecognizer.class);

    /** Of Lambda, for one synchronous answer. */
    private static final int MAX_ANSWER_BYTES = 6 << 20;

    private final LambdaClient lambda;
    private final String function;
    private final RecognizerWire wire = new RecognizerWire();

    /**
     * @param lambda built with {@link #clientConfiguration()}
     * @param function name or ARN of the recogniser's function
     */
    public LambdaRecognizer(LambdaClient lambda, String function) {
        this.lambda = lambda;
        this.function = function;
    }

    /** One attempt within {@link #TIMEOUT}. */
    public static ClientOverrideConfiguration clientConfiguration() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallTimeout(TIMEOUT)
                .build();
    }

    @Override
    public Recognition read(FrameRef frame) {
        return ask(
                new RecognizerRequest.Read(frame),
                wire::decodeRecognition,
                why -> new Recognition.Unavailable("container: " + why));
    }

    @Override
    public Cut crop(FrameRef frame, List<Box> plates) {
        var cut = ask(
                new RecognizerRequest.Crop(frame, plates),
                wire::decodeCut,
                why -> new Cut.Unavailable("container: " + why));
        return cut instanceof Cut.Done(var crops) && crops.size() != plates.size()
                ? new Cut.Unavailable("container: other crops than asked for")
                : cut;
    }

    @Override
    public Masked mask(Jpeg picture, List<Box> parts) {
        return ask(
                new RecognizerRequest.Mask(picture, parts),
                wire::decodeMasked,
                why -> new Masked.Unavailable("container: " + why));
    }

    private <T> T ask(RecognizerRequest request, Function<byte[], T> decode, Function<String, T> unavailable) {
        try {
            return decode.apply(payload(invoke(request)));
        } catch (SdkException | UncheckedIOException | MalformedMessage | Failed e) {
            // Messages of the service may quote what it was asked, so only the kind of failure is told.
            var why = e.getClass().getSimpleName();
            LOG.warn("The recogniser did not answer: {}", why);
            return unavailable.apply(why);
        }
    }

    private InvokeResponse invoke(RecognizerRequest request) {
        return lambda.invoke(invoke -> invoke.functionName(function)
                .invocationType(InvocationType.REQUEST_RESPONSE)
                .payload(SdkBytes.fromByteArray(wire.encode(request))));
    }

    private static byte[] payload(InvokeResponse response) {
        var payload = response.payload();
        if (response.functionError() != null || payload == null) {
            throw new Failed();
        }
        var bytes = payload.asByteArrayUnsafe();
        if (bytes.length > MAX_ANSWER_BYTES) {
            throw new Failed();
        }
        return bytes;
    }

    /** The function broke, or answered nothing that could be an answer. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed() {
            super("the recogniser failed", null, false, false);
        }
    }
}
