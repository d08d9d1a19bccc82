package passby.core.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** What every address outside of the city has in common, whoever chose it. */
final class OutsideAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private OutsideAddress() {}

    /** Empty for what names no host, or names a user or a fragment. */
    static Optional<URI> parse(String text, int longest) {
        if (text.length() > longest) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text))
                    .filter(uri ->
                            uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Plain HTTP is for a city that runs on one machine, and for that machine alone. */
    static boolean isThisMachine(URI uri) {
        return "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
    }
}
