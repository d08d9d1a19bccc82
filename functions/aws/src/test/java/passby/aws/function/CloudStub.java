package passby.aws.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import passby.aws.delivery.P256Pairs;
import passby.aws.stub.Events;
import passby.aws.stub.HttpStub;
import passby.aws.stub.HttpStub.Answer;
import passby.aws.stub.HttpStub.Received;
import passby.core.picture.CropCutter;
import passby.core.picture.PlateMask;
import passby.core.recognition.Recognition;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.TestData;
import passby.recognizer.wire.RecognizerRequest;
import passby.recognizer.wire.RecognizerWire;

/** The services of AWS that no engine of this JVM stands for, as far as the city's functions ask them; the sign-in's keys too. */
final class CloudStub implements AutoCloseable {
    private static final RecognizerWire WIRE = new RecognizerWire();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PUBLISHED =
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>m1</MessageId>"
                    + "</PublishResult></PublishResponse>";
    private static final String OPTED_OUT =
            "{\\\"services\\\":{\\\"default\\\":{\\\"opt_out_policy\\\":\\\"optOut\\\"}}}";
    /** What the city's key is when it is unwrapped. */
    private static final byte[] CITY_KEY = "a city key made up for the tests".getBytes(StandardCharsets.US_ASCII);

    private final HttpStub http = HttpStub.answering(this::answer);
    private final KeyPair ledgerKey = ed25519();
    private final KeyPair pushKey = P256Pairs.drawn(new CountingEntropy(7));
    private final AtomicBoolean recognizerAnswers = new AtomicBoolean(true);
    private final AtomicBoolean platesPass = new AtomicBoolean(true);
    private final AtomicBoolean optedOut = new AtomicBoolean(true);
    private final String issuerKeys;
    private final String plate;

    /**
     * @param issuerKeys as the issuer's {@code jwks_uri} answers
     * @param plate that the recogniser reads in each frame
     */
    CloudStub(String issuerKeys, String plate) {
        this.issuerKeys = issuerKeys;
        this.plate = plate;
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    URI endpoint() {
        return http.endpoint();
    }

    /** From now on no frame shows a plate. */
    void emptyStreet() {
        platesPass.set(false);
    }

    /** From now on nothing proves that pictures are kept out of training. */
    void loseOptOut() {
        optedOut.set(false);
    }

    /** From now on frames are to be asked for again. */
    void breakRecognizer() {
        recognizerAnswers.set(false);
    }

    private Answer answer(Received request) {
        var target = request.headers().getOrDefault("X-Amz-Target", "");
        if (target.startsWith("TrentService.")) {
            return kms(target.substring(target.indexOf('.') + 1), request.body());
        }
        if (target.endsWith(".DescribeEffectivePolicy")) {
            return Answer.json(
                    200, "{\"EffectivePolicy\":{\"PolicyContent\":\"" + (optedOut.get() ? OPTED_OUT : "{}") + "\"}}");
        }
        if (target.endsWith(".DetectText")) {
            return recognizerAnswers.get()
                    ? Answer.json(200, Events.text("rekognition-no-text"))
                    : Answer.json(400, Events.text("rekognition-throttled"));
        }
        if (request.path().endsWith("/invocations")) {
            return recognizer(request.body());
        }
        if (request.body().contains("Action=Publish")) {
            return new Answer(200, Map.of("Content-Type", "text/xml"), PUBLISHED);
        }
        return request.path().equals("/keys") ? Answer.json(200, issuerKeys) : Answer.json(200, "{}");
    }

    private Answer recognizer(String body) {
        if (!recognizerAnswers.get()) {
            return Answer.json(429, "{}");
        }
        var answer =
                switch (WIRE.decodeRequest(body.getBytes(StandardCharsets.UTF_8))) {
                    case RecognizerRequest.Read _
                    when !platesPass.get() -> WIRE.encode(new Recognition.NoPlate(ARead.ENGINE));
                    case RecognizerRequest.Read _ ->
                        WIRE.encode(
                                new Recognition.Plates(ARead.ENGINE, List.of(ARead.reading(plate, ARead.CALIFORNIA))));
                    case RecognizerRequest.Crop _ -> WIRE.encode(new CropCutter.Cut.Done(List.of()));
                    case RecognizerRequest.Mask _ -> WIRE.encode(new PlateMask.Masked.Done(TestData.jpeg("masked")));
                };
        return Answer.json(200, new String(answer, StandardCharsets.UTF_8));
    }

    private Answer kms(String operation, String body) {
        return switch (operation) {
            case "GenerateDataKeyWithoutPlaintext" ->
                Answer.json(200, "{\"CiphertextBlob\":\"" + base64(new byte[] {1}) + "\",\"KeyId\":\"city\"}");
            case "Decrypt" -> Answer.json(200, "{\"Plaintext\":\"" + base64(CITY_KEY) + "\",\"KeyId\":\"city\"}");
            case "GetPublicKey" ->
                Answer.json(
                        200,
                        "{\"PublicKey\":\""
                                + base64((body.contains("key/push") ? pushKey : ledgerKey)
                                        .getPublic()
                                        .getEncoded()) + "\"}");
            case "Sign" -> Answer.json(200, "{\"Signature\":\"" + base64(signature(body)) + "\"}");
            default -> throw new AssertionError("nobody said what KMS answers to " + operation);
        };
    }

    private byte[] signature(String body) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(ledgerKey.getPrivate());
            signer.update(Base64.getDecoder()
                    .decode(MAPPER.readTree(body).path("Message").asText()));
            return signer.sign();
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        http.close();
    }
}
