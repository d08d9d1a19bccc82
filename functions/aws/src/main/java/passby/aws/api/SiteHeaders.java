package passby.aws.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of every file of the web app and of the public page, the same on one machine and behind CloudFront. Scripts come
 * from the page's own origin alone, none is made of text (Trusted Types), nothing is embedded anywhere, and nothing of a
 * stranger is loaded.
 *
 * <p>Sources: Content Security Policy Level 3; Trusted Types (W3C); OWASP HTTP Headers Cheat Sheet.
 */
public final class SiteHeaders {
    /** A year, as browsers' preload lists ask for. */
    private static final String TRANSPORT = "max-age=31536000; includeSubDomains";

    /** The one policy of each page: it gives the address of the page's own worker, and nothing else. */
    private static final String WORKER_POLICY = "passby-worker";

    private SiteHeaders() {}

    /** @param signIn the origin whose token endpoint the app asks, such as {@code https://springfield.auth.example} */
    public static Map<String, String> forApp(String signIn) {
        return with("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self' "
                + signIn + "; manifest-src 'self'; " + always(WORKER_POLICY));
    }

    /** The public page asks its own origin alone, and verifies in a worker of its own. */
    public static Map<String, String> forPublicPage() {
        return with(
                "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                        + always(WORKER_POLICY));
    }

    /** Files that anybody's program may read from anywhere: the public log, and the data made from it. Nothing in them runs. */
    public static Map<String, String> forFiles() {
        var headers = with("default-src 'none'; frame-ancestors 'none'; sandbox");
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        headers.put("Access-Control-Allow-Origin", "*");
        return headers;
    }

    private static String always(String trustedTypes) {
        return "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
                + "trusted-types " + trustedTypes;
    }

    private static Map<String, String> with(String contentSecurityPolicy) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", contentSecurityPolicy);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Strict-Transport-Security", TRANSPORT);
        return headers;
    }
}
