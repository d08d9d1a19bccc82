package passby.core.delivery;

import java.net.URI;
import java.util.Optional;

/**
 * Where a system of the city's takes alerts: HTTPS, with nothing secret in it, because it stands in the ledger. Plain HTTP is
 * for a city that runs on one machine, and for that machine alone. Whether the host's addresses may be called is decided at
 * each call, because a name can lead elsewhere tomorrow.
 *
 * @param value such as {@code https://dispatch.example.gov/passby}
 */
public record WebhookUrl(String value) {
    public static final int LONGEST = 500;
    public static final String FORM =
            "an address such as https://dispatch.example.gov/passby: HTTPS, without user, query and fragment";

    public WebhookUrl {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not " + FORM);
        }
    }

    public static Optional<WebhookUrl> parse(String text) {
        return isFit(text) ? Optional.of(new WebhookUrl(text)) : Optional.empty();
    }

    public URI uri() {
        return URI.create(value);
    }

    private static boolean isFit(String text) {
        return OutsideAddress.parse(text, LONGEST)
                .filter(uri -> uri.getRawQuery() == null
                        && ("https".equals(uri.getScheme()) || OutsideAddress.isThisMachine(uri)))
                .isPresent();
    }
}
