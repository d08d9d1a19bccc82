package passby.aws.http;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** Where the issuer's public keys come from. */
public final class IssuerKeys {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 64 << 10;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(1);
    private static final Duration BETWEEN_LOOKUPS = Duration.ofSeconds(30);

    private IssuerKeys() {}

    /**
     * Keys fetched when they are first needed, kept for five minutes, and for an hour while the issuer cannot be reached.
     * Unknown key ids make it look again at most once in half a minute, so that forged tokens cannot flood the issuer. No
     * thread of its own: a frozen function would wake up with a broken one.
     *
     * @param jwks {@code jwks_uri} of the issuer
     */
    public static JWKSource<SecurityContext> remote(URI jwks) {
        try {
            var retriever = new DefaultResourceRetriever(millis(CONNECT), millis(READ), MAX_BYTES);
            return JWKSourceBuilder.<SecurityContext>create(jwks.toURL(), retriever)
                    .cache(KEPT.toMillis(), CONNECT.plus(READ).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_LOOKUPS.toMillis())
                    .outageTolerant(KEPT_IN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("the issuer's keys have no usable address", e);
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
