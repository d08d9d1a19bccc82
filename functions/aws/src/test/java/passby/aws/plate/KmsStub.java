package passby.aws.plate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import passby.aws.stub.HttpStub;
import passby.aws.stub.HttpStub.Answer;
import passby.aws.stub.HttpStub.Received;
import passby.aws.stub.Pointed;
import passby.core.id.Digests;
import software.amazon.awssdk.services.kms.KmsClient;

/** KMS as far as a city key needs it: makes wrapped keys, and unwraps what it made, under the same key and context alone. */
public final class KmsStub implements AutoCloseable {
    public static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/made-up";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What is in a wrapped key. */
    private record Wrapped(String secret, String keyId, JsonNode context) {}

    private final Map<String, Wrapped> made = new ConcurrentHashMap<>();
    private final int bytes;
    private final HttpStub stub = HttpStub.answering(this::answer);

    private KmsStub(int bytes) {
        this.bytes = bytes;
    }

    public static KmsStub working() {
        return new KmsStub(32);
    }

    /** Answers secrets of that length, whatever it is asked for. */
    public static KmsStub makingKeysOf(int bytes) {
        return new KmsStub(bytes);
    }

    public KmsClient client() {
        return Pointed.at(stub.endpoint(), KmsClient.builder())
                .overrideConfiguration(WrappedCityKeys.clientConfiguration())
                .build();
    }

    /** The operations that were asked for, in order. */
    List<String> asked() {
        return stub.received().stream()
                .map(request -> request.headers().getOrDefault("X-Amz-Target", ""))
                .map(target -> target.substring(target.indexOf('.') + 1))
                .toList();
    }

    private Answer answer(Received request) {
        try {
            var body = MAPPER.readTree(request.body());
            return switch (request.headers().getOrDefault("X-Amz-Target", "")) {
                case "TrentService.GenerateDataKeyWithoutPlaintext" -> generate(body);
                case "TrentService.Decrypt" -> decrypt(body);
                default -> refusal("UnsupportedOperationException");
            };
        } catch (JsonProcessingException e) {
            return refusal("SerializationException");
        }
    }

    private Answer generate(JsonNode body) {
        var secret = new byte[bytes];
        System.arraycopy(Digests.sha256(Digests.utf8("secret " + made.size())), 0, secret, 0, Math.min(32, bytes));
        var keyId = body.path("KeyId").asText();
        var blob = encode(Digests.utf8("wrapped " + made.size()));
        made.put(blob, new Wrapped(encode(secret), keyId, body.path("EncryptionContext")));
        return Answer.json(200, "{\"CiphertextBlob\":\"" + blob + "\",\"KeyId\":\"" + keyId + "\"}");
    }

    private Answer decrypt(JsonNode body) {
        var wrapped = made.get(body.path("CiphertextBlob").asText());
        if (wrapped == null || !wrapped.context().equals(body.path("EncryptionContext"))) {
            return refusal("InvalidCiphertextException");
        }
        if (!wrapped.keyId().equals(body.path("KeyId").asText())) {
            return refusal("IncorrectKeyException");
        }
        return Answer.json(200, "{\"Plaintext\":\"" + wrapped.secret() + "\",\"KeyId\":\"" + wrapped.keyId() + "\"}");
    }

    private static Answer refusal(String type) {
        return Answer.json(400, "{\"__type\":\"" + type + "\"}");
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        stub.close();
    }
}
