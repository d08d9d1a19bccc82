package passby.core.delivery;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a browser's push service takes messages for it. Whoever knows the address can make the service work, so it never stands
 * in a log, an exception, an answer or the ledger. Only services that browsers use are called; plain HTTP is for a city that
 * runs on one machine, and for that machine alone.
 *
 * @param value such as {@code https://updates.push.services.mozilla.com/wpush/v2/...}
 */
public record PushEndpoint(String value) {
    public static final int LONGEST = 1_000;
    public static final String FORM =
            "an address of the push service of Chrome, Firefox, Safari or Edge, as the browser gives it";

    /** Hosts as they are, and behind a dot all that end so: Chrome, Firefox, Safari, Edge. */
    static final List<String> SERVICES = List.of(
            "fcm.googleapis.com", "updates.push.services.mozilla.com", ".push.apple.com", ".notify.windows.com");

    public PushEndpoint {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not " + FORM);
        }
    }

    public static Optional<PushEndpoint> parse(String text) {
        return isFit(text) ? Optional.of(new PushEndpoint(text)) : Optional.empty();
    }

    public URI uri() {
        return URI.create(value);
    }

    /** The service's name, which says nothing of whose browser it is. */
    public String host() {
        return uri().getHost().toLowerCase(Locale.ROOT);
    }

    /** What a token for the service names: scheme, host, and port where it is not the usual one (RFC 8292, section 2). */
    public String origin() {
        var uri = uri();
        return uri.getScheme() + "://" + host() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static boolean isFit(String text) {
        return OutsideAddress.parse(text, LONGEST)
                .filter(uri -> isService(uri) || OutsideAddress.isThisMachine(uri))
                .isPresent();
    }

    private static boolean isService(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(uri.getScheme())
                && (uri.getPort() < 0 || uri.getPort() == 443)
                && SERVICES.stream()
                        .anyMatch(service -> service.startsWith(".") ? host.endsWith(service) : host.equals(service));
    }

    @Override
    public String toString() {
        return "PushEndpoint[hidden]";
    }
}
