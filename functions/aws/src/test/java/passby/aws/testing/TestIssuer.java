package passby.aws.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import passby.aws.http.Issuer;

/** The city's OpenID Connect issuer, with real keys. */
public final class TestIssuer {
    public static final Issuer ISSUER = new Issuer("https://login.springfield.example", "passby-app", false);

    /** Made once: it takes as long as a hundred tests. */
    private static final RSAKey RSA_KEY = rsaKey();

    private final ECKey ecKey;

    public TestIssuer() {
        this(ecKey());
    }

    public TestIssuer(ECKey ecKey) {
        this.ecKey = ecKey;
    }

    private static ECKey ecKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey rsaKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    public JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(publicSet());
    }

    /** As its {@code jwks_uri} answers. */
    public String publicKeys() {
        return publicSet().toString();
    }

    private JWKSet publicSet() {
        return new JWKSet(List.of(ecKey, RSA_KEY)).toPublicJWKSet();
    }

    /** The sign-in that every token of that person comes from, unless it is changed. */
    public static String session(String personId) {
        return "sign-in of " + personId;
    }

    public String token(String personId, Instant now) {
        return token(personId, now, claims -> {});
    }

    /** A good token but for what is changed before it is signed. */
    public String token(String personId, Instant now, Consumer<JWTClaimsSet.Builder> change) {
        return sign(header(JWSAlgorithm.ES256, ecKey.getKeyID()), claims(personId, now, change), ecSigner());
    }

    public String rsaToken(String personId, Instant now) {
        try {
            return sign(
                    header(JWSAlgorithm.RS256, "rsa-1"),
                    claims(personId, now, claims -> {}),
                    new RSASSASigner(RSA_KEY));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The classic: signed with HMAC, and the issuer's public key as its secret. */
    public String hmacToken(String personId, Instant now) {
        try {
            return sign(
                    header(JWSAlgorithm.HS256, "rsa-1"),
                    claims(personId, now, claims -> {}),
                    new MACSigner(RSA_KEY.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Of another type, such as a camera's. */
    public String tokenOfType(String type, String personId, Instant now) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(ecKey.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        return sign(header, claims(personId, now, claims -> {}), ecSigner());
    }

    private JWSSigner ecSigner() {
        try {
            return new ECDSASigner(ecKey);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).keyID(kid).build();
    }

    private static JWTClaimsSet claims(String personId, Instant now, Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER.uri())
                .audience(ISSUER.audience())
                .subject(personId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                .claim("auth_time", now.getEpochSecond())
                .claim("origin_jti", session(personId))
                .claim("amr", List.of("pwd", "otp"));
        change.accept(claims);
        return claims.build();
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
