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

    /** Cognito's id tokens carry the same audience; they are for the app alone. */
    private static boolean isAccess(JWTClaimsSet claims) {
        var use = claims.getClaim("token_use");
        return use == null || use.equals("access");
    }

    private static boolean isAfter(@Nullable Date date, Instant instant) {
        return date != null && date.toInstant().isAfter(instant);
    }
}
