package passby.aws.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import passby.core.capture.CameraKey;
import passby.core.id.Digests;

/** A camera's private key, and tokens signed with it as a camera's firmware would: header and claims written by hand. */
public final class CameraSigner {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;
    private final String kid;

    public CameraSigner(String kid) {
        this.kid = kid;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The last 32 bytes of an X.509 encoding are the key itself. */
    public String publicKey() {
        var encoded = pair.getPublic().getEncoded();
        return BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - CameraKey.BYTES, encoded.length));
    }

    /** A token that is right for that call. */
    public String token(String cameraId, Call call, Instant now, int serial) {
        return token(cameraId, call, now, serial, header -> {}, claims -> {});
    }

    /** The same with header and claims changed before they are signed; values are JSON texts. */
    public String token(
            String cameraId,
            Call call,
            Instant now,
            int serial,
            Consumer<Map<String, String>> header,
            Consumer<Map<String, String>> claims) {
        var head = new LinkedHashMap<>(
                Map.of("typ", "\"passby-camera+jwt\"", "alg", "\"EdDSA\"", "kid", "\"" + kid + "\""));
        header.accept(head);
        var said = new LinkedHashMap<String, String>();
        said.put("iss", "\"" + cameraId + "\"");
        said.put("aud", "\"springfield\"");
        said.put("iat", Long.toString(now.getEpochSecond()));
        said.put("exp", Long.toString(now.getEpochSecond() + 60));
        said.put("jti", "\"" + tokenId(serial) + "\"");
        said.put("htm", "\"" + call.method() + "\"");
        said.put("htu", "\"" + call.path() + "\"");
        said.put("bh", "\"" + BASE64.encodeToString(Digests.sha256(call.bytes())) + "\"");
        claims.accept(said);
        return sign(json(head), json(said));
    }

    public String sign(String header, String claims) {
        var input = encoded(header) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String tokenId(int serial) {
        return BASE64.encodeToString(Arrays.copyOf(Digests.sha256(Digests.utf8("token " + serial)), 16));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
