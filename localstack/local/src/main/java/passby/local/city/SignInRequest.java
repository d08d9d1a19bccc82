package passby.local.city;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an app asks of the sign-in page: an authorization code for itself, bound to a secret of its own. (RFC 6749, 4.1.1;
 * RFC 7636, 4.3)
 *
 * @param redirectUri where the code goes; one of the addresses that were registered, to the letter
 * @param state the app's own, given back unchanged
 * @param challenge base64url of the SHA-256 of the secret
 */
record SignInRequest(URI redirectUri, String state, String challenge) {
    static final String CLIENT = "passby-app";

    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9._~-]{8,128}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Empty unless every part is there and as expected: none of them can carry markup into the page. */
    static Optional<SignInRequest> parse(Map<String, String> fields, Set<URI> registered) {
        var redirectUri = registered.stream()
                .filter(uri -> uri.toString().equals(fields.get("redirect_uri")))
                .findFirst();
        var isOurs = CLIENT.equals(fields.get("client_id"))
                && "code".equals(fields.get("response_type"))
                && "S256".equals(fields.get("code_challenge_method"));
        var state = fields.getOrDefault("state", "");
        var challenge = fields.getOrDefault("code_challenge", "");
        return isOurs
                        && STATE.matcher(state).matches()
                        && CHALLENGE.matcher(challenge).matches()
                ? redirectUri.map(uri -> new SignInRequest(uri, state, challenge))
                : Optional.empty();
    }

    /** Of a query or a form. A name that stands twice makes the whole worthless. */
    static Map<String, String> fields(String text) {
        var fields = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0
                    && fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
                return Map.of();
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
