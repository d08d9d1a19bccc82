package passby.core.lists;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.hotlist.HotListEntry;
import passby.core.id.Digests;

/**
 * An agency's word for one file: which list, which bytes, when. Five lines of text beside the file; the last is the Ed25519
 * signature (RFC 8032) of the four before it, each with its line feed.
 *
 * @param source the list
 * @param sha256 of the file, 64 hexadecimal digits
 * @param issued when the agency made the file
 * @param signature in base64
 */
public record FeedSignature(String source, String sha256, Instant issued, String signature) {
    static final String FIRST_LINE = "passby-feed-v1";
    private static final Pattern FORM = Pattern.compile(FIRST_LINE + "\nsource=(" + HotListEntry.SOURCE + ")\nsha256=("
            + Digests.HEX + ")\nissued=([0-9TZ:.-]{20,30})\nsignature=([A-Za-z0-9+/=]{88})\n?");

    /** Empty for anything but such a text. */
    public static Optional<FeedSignature> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new FeedSignature(form.group(1), form.group(2), Instant.parse(form.group(3)), form.group(4)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What is signed. */
    public static byte[] signed(String source, String sha256, Instant issued) {
        var text = FIRST_LINE + "\nsource=" + source + "\nsha256=" + sha256 + "\nissued=" + issued + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The whole text, as {@link #parse} reads it. */
    public String text() {
        return new String(signed(source, sha256, issued), StandardCharsets.US_ASCII) + "signature=" + signature + "\n";
    }

    /** Whether it was made with the private key that belongs to this one. A text that is no key verifies nothing. */
    boolean verifies(String publicKey) {
        return key(publicKey).filter(this::verifies).isPresent();
    }

    private boolean verifies(PublicKey key) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed(source, sha256, issued));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** @param publicKey X.509 in base64 */
    static Optional<PublicKey> key(String publicKey) {
        try {
            var encoded = Base64.getDecoder().decode(publicKey);
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
