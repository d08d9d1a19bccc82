package passby.aws.http;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an access token must say before anybody asks who its bearer is: from our issuer, for us, now. */
record PersonClaims(Issuer issuer, Clock clock) implements JWTClaimsSetVerifier<SecurityContext> {
    private static final List<String> ID_TOKEN_CLAIMS = List.of("nonce", "at_hash", "c_hash");

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        var now = clock.instant();
        var good = issuer.uri().equals(claims.getIssuer())
                && claims.getSubject() != null
                && !claims.getSubject().isBlank()
                && isForUs(claims)
                && isAccess(claims)
                && isAfter(claims.getExpirationTime(), now)
                && (claims.getNotBeforeTime() == null || !isAfter(claims.getNotBeforeTime(), now));
        if (!good) {
            throw new BadJWTException("not for us, or not now");
        }
    }

    private boolean isForUs(JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        return audience.isEmpty()
                ? issuer.audience().equals(claims.getClaim("client_id"))
                : audience.contains(issuer.audience());
    }

    /**
     * ID tokens are for the app alone. Cognito's say so; others are known by the claims that only an ID token has. (OpenID
     * Connect Core 1.0, 2 and 3.1.3.6; RFC 9068, 6)
     */
    private static boolean isAccess(JWTClaimsSet claims) {
        var use = claims.getClaim("token_use");
        return use == null
                ? ID_TOKEN_CLAIMS.stream().allMatch(name -> claims.getClaim(name) == null)
                : use.equals("access");
    }

    private static boolean isAfter(@Nullable Date date, Instant instant) {
        return date != null && date.toInstant().isAfter(instant);
    }
}
