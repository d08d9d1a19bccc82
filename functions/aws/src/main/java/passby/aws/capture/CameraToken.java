package passby.aws.capture;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.http.HttpRequest;
import passby.core.capture.Camera;
import passby.core.capture.CameraKey;
import passby.core.id.Digests;

/**
 * A camera's token as it came: its form is checked, its claims are not believed before {@link #isSignedBy} says so.
 * (data.md, "Tokens"; RFC 7515, RFC 8037)
 */
final class CameraToken {
    static final int MAX_LENGTH = 4 << 10;
    static final String TYPE = "passby-camera+jwt";
    static final Duration MAX_LIFE = Duration.ofSeconds(60);
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final int TOKEN_ID_BYTES = 16;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;
    private final String cameraId;
    private final String kid;

    private CameraToken(SignedJWT jwt, JWTClaimsSet claims, String cameraId, String kid) {
        this.jwt = jwt;
        this.claims = claims;
        this.cameraId = cameraId;
        this.kid = kid;
    }

    /** Empty for whatever is no token of a camera; says nothing yet about who made it. */
    static Optional<CameraToken> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            var claims = jwt.getJWTClaimsSet();
            var cameraId = Optional.ofNullable(claims.getIssuer())
                    .filter(id -> Camera.ID.matcher(id).matches());
            var kid = Optional.ofNullable(jwt.getHeader().getKeyID());
            return isOurs(jwt.getHeader())
                    ? cameraId.flatMap(id -> kid.map(key -> new CameraToken(jwt, claims, id, key)))
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** One type, one algorithm, no extension that would have to be understood. */
    private static boolean isOurs(JWSHeader header) {
        return header.getType() != null
                && header.getType().getType().equals(TYPE)
                && JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
                && header.isBase64URLEncodePayload()
                && (header.getCriticalParams() == null
                        || header.getCriticalParams().isEmpty());
    }

    String cameraId() {
        return cameraId;
    }

    String kid() {
        return kid;
    }

    boolean isSignedBy(CameraKey key) {
        try {
            var encoded = new byte[X509_PREFIX.length + CameraKey.BYTES];
            System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
            System.arraycopy(key.bytes(), 0, encoded, X509_PREFIX.length, CameraKey.BYTES);
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(jwt.getSigningInput());
            return signature.verify(jwt.getSignature().decode());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether it was made for this city, this minute and exactly this request. */
    boolean isFor(HttpRequest request, String cityId, Instant now) {
        var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(request.body()));
        return claims.getAudience().equals(List.of(cityId))
                && isAlive(now)
                && request.method().equals(text("htm"))
                && request.path().equals(text("htu"))
                && hash.equals(text("bh"));
    }

    private boolean isAlive(Instant now) {
        var issued = instant(claims.getIssueTime());
        var expires = instant(claims.getExpirationTime());
        return issued != null
                && expires != null
                && !issued.isAfter(now.plus(TOLERANCE))
                && now.isBefore(expires)
                && !expires.isAfter(issued.plus(MAX_LIFE));
    }

    /** Its id, when that is 16 bytes in base64url. */
    Optional<String> tokenId() {
        try {
            return Optional.ofNullable(claims.getJWTID())
                    .filter(id -> id.length() == 22 && Base64.getUrlDecoder().decode(id).length == TOKEN_ID_BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalStateException unless {@link #isFor} said yes */
    Instant expiresAt() {
        var expires = instant(claims.getExpirationTime());
        if (expires == null) {
            throw new IllegalStateException("a token that does not expire was let through");
        }
        return expires;
    }

    private @Nullable Object text(String claim) {
        return claims.getClaim(claim);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
