package passby.local.city;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import passby.core.id.Digests;
import passby.core.id.Entropy;

/** Authorization codes that are out: each works once, within a minute, for whoever knows the secret behind its challenge. */
final class SignInCodes {
    static final Duration LIFE = Duration.ofMinutes(1);

    private static final int BYTES = 32;

    private record Issued(String person, SignInRequest request, Instant until) {}

    private final Map<String, Issued> out = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Entropy entropy;

    SignInCodes(Clock clock, Entropy entropy) {
        this.clock = clock;
        this.entropy = entropy;
    }

    String issue(String person, SignInRequest request) {
        var now = clock.instant();
        out.values().removeIf(issued -> !issued.until().isAfter(now));
        var code = base64url(entropy.bytes(BYTES));
        out.put(code, new Issued(person, request, now.plus(LIFE)));
        return code;
    }

    /** Who signed in, if the code is good; it is used up either way. */
    Optional<String> redeem(String code, String redirectUri, String verifier) {
        return Optional.ofNullable(out.remove(code))
                .filter(issued -> issued.until().isAfter(clock.instant()))
                .filter(issued -> issued.request().redirectUri().toString().equals(redirectUri))
                .filter(issued -> issued.request().challenge().equals(challenge(verifier)))
                .map(Issued::person);
    }

    /** RFC 7636, 4.2. */
    static String challenge(String verifier) {
        return base64url(Digests.sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
