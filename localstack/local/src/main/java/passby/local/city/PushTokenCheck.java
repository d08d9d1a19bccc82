package passby.local.city;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import passby.core.delivery.P256;

/** What a push service asks of a token. Source: RFC 8292, sections 2 and 4.2. */
final class PushTokenCheck {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String PART = "([A-Za-z0-9_-]+)";
    private static final Pattern FORM =
            Pattern.compile("vapid t=" + PART + "\\." + PART + "\\." + PART + ", k=" + PART);

    private final Clock clock;

    PushTokenCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param authorization the header
     * @param origin the service's own
     */
    boolean isValid(String authorization, String origin) {
        var parts = FORM.matcher(authorization);
        if (!parts.matches()) {
            return false;
        }
        var base64 = Base64.getUrlDecoder();
        var signed = parts.group(1) + "." + parts.group(2);
        return isFor(base64.decode(parts.group(2)), origin)
                && P256.parse(base64.decode(parts.group(4)))
                        .filter(key -> isSigned(key, signed, base64.decode(parts.group(3))))
                        .isPresent();
    }

    private boolean isFor(byte[] claims, String origin) {
        try {
            var read = new ObjectMapper().readTree(claims);
            var ends = Instant.ofEpochSecond(read.path("exp").asLong());
            return read.path("aud").asText().equals(origin)
                    && clock.instant().isBefore(ends)
                    && !ends.isAfter(clock.instant().plus(LONGEST));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isSigned(ECPublicKey key, String signed, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
