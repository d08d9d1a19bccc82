package passby.aws.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.api.CallerKind;
import passby.aws.json.Failure;
import passby.core.people.Caller;
import passby.core.people.Claims;
import passby.core.people.IdentifyCaller;

/**
 * Knows a person by an access token of the configured issuer, and then by what the city itself knows of them: the token
 * says who it is and how they signed in, never what they may do.
 */
public final class PersonAuthentication implements Authentication<Caller> {
    static final int MAX_LENGTH = 8 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(PersonAuthentication.class);
    private static final int MAX_DEVICE = 200;

    private final IdentifyCaller identify;
    private final DefaultJWTProcessor<SecurityContext> processor;
    private final Issuer issuer;

    /** @param keys the issuer's public ones */
    public PersonAuthentication(Issuer issuer, JWKSource<SecurityContext> keys, IdentifyCaller identify, Clock clock) {
        this.identify = identify;
        this.issuer = issuer;
        this.processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        processor.setJWTClaimsSetVerifier(new PersonClaims(issuer, clock));
    }

    @Override
    public CallerKind kind() {
        return CallerKind.PERSON;
    }

    @Override
    public Verdict<Caller> verify(HttpRequest request) {
        var token = request.bearer().filter(text -> text.length() <= MAX_LENGTH);
        if (token.isEmpty()) {
            return new Verdict.Refused<>();
        }
        try {
            var claims = processor.process(SignedJWT.parse(token.get()), null);
            return identify(claims(claims), device(request));
        } catch (KeySourceException e) {
            return withoutKeys(e);
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            return new Verdict.Refused<>();
        }
    }

    /** Nobody who has a key that we know comes here when too many tokens with unknown ones arrive. */
    private static Verdict<Caller> withoutKeys(KeySourceException failure) {
        if (failure instanceof RateLimitReachedException) {
            return new Verdict.Refused<>();
        }
        LOG.error("the issuer's keys cannot be read: {}", Failure.describe(failure));
        return new Verdict.Unavailable<>();
    }

    private Verdict<Caller> identify(Optional<Claims> claims, String device) {
        if (claims.isEmpty()) {
            return new Verdict.Refused<>();
        }
        return switch (identify.handle(claims.get(), device)) {
            case IdentifyCaller.Identity.Identified(var caller) -> new Verdict.Known<>(caller);
            case IdentifyCaller.Identity.Refused _ -> new Verdict.Refused<>();
        };
    }

    /** Empty when it does not say which sign-in it comes from: such a one could be neither locked nor revoked. */
    private Optional<Claims> claims(JWTClaimsSet token) throws ParseException {
        var origin = Optional.ofNullable(token.getStringClaim("origin_jti"));
        var session = (origin.isPresent() ? origin : Optional.ofNullable(token.getStringClaim("sid")))
                .filter(id -> !id.isBlank() && id.length() <= MAX_DEVICE);
        var signedInAt = token.getDateClaim("auth_time");
        if (session.isEmpty() || signedInAt == null) {
            return Optional.empty();
        }
        var factors = new HashSet<>(Objects.requireNonNullElse(token.getStringListClaim("amr"), List.<String>of()));
        if (issuer.enforcesSecondFactor()) {
            factors.add("mfa");
        }
        return Optional.of(new Claims(token.getSubject(), session.get(), signedInAt.toInstant(), factors));
    }

    private static String device(HttpRequest request) {
        var printable = request.header("User-Agent").orElse("").replaceAll("[^\\x20-\\x7e]", "");
        if (printable.isBlank()) {
            return "unknown";
        }
        return printable.length() > MAX_DEVICE ? printable.substring(0, MAX_DEVICE) : printable;
    }
}
