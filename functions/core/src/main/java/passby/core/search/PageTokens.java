package passby.core.search;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import passby.core.form.Problem;
import passby.core.id.Digests;
import passby.core.id.Entropy;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import passby.core.read.ReadRef;
import passby.core.request.AuthorizedRequest;

/**
 * Where the next page of a search begins, sealed with AES-256-GCM under a key derived from the city's: it says nothing to
 * its bearer, and works only for the same person, the same query and the same purpose, within five minutes.
 */
public final class PageTokens {
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** How a search is refused whose token {@link #open} does not open. */
    static final Problem REFUSED =
            new Problem("pageToken", "malformed", "the token of this search's last page, within 5 minutes");

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String SEPARATOR = "\n";

    /**
     * @param after last row of the page before
     * @param entryId of the search's first entry
     * @param rows answered so far
     */
    public record Place(ReadRef after, String entryId, int rows) {}

    private final Supplier<CityKey> cityKey;
    private final Entropy entropy;

    public PageTokens(Supplier<CityKey> cityKey, Entropy entropy) {
        this.cityKey = cityKey;
        this.entropy = entropy;
    }

    /**
     * The token of the page after this one; null when there is none, or when a search has answered all that it may.
     *
     * @param after last row of this page, or null when it was the last page
     * @param entryId of the search's first entry
     * @param rows answered so far, this page included
     * @param search what is searched for and why, in canonical JSON
     */
    @Nullable
    String next(
            AuthorizedRequest request, @Nullable ReadRef after, String entryId, int rows, String search, Instant now) {
        if (after == null || rows >= request.policy().bounds().searchRows()) {
            return null;
        }
        return seal(new Place(after, entryId, rows), request.caller().person().personId(), search, now);
    }

    /** @param search what is searched for and why, in canonical JSON */
    public String seal(Place place, String personId, String search, Instant now) {
        var text = String.join(
                SEPARATOR,
                now.plus(LIFE).toString(),
                place.entryId(),
                Integer.toString(place.rows()),
                place.after().plateKey().value(),
                place.after().capturedAt().toString(),
                place.after().readId());
        var nonce = entropy.bytes(NONCE);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, Digests.utf8(text), bound(personId, search));
        var token = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, token, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for a token that is forged, old, of somebody else or of another search: there is no saying which. */
    public Optional<Place> open(String token, String personId, String search, Instant now) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= NONCE) {
                return Optional.empty();
            }
            var nonce = Arrays.copyOf(bytes, NONCE);
            var sealed = Arrays.copyOfRange(bytes, NONCE, bytes.length);
            var text = crypt(Cipher.DECRYPT_MODE, nonce, sealed, bound(personId, search));
            return place(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1), now);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Place> place(String[] parts, Instant now) {
        if (!now.isBefore(Instant.parse(parts[0]))) {
            return Optional.empty();
        }
        var after = new ReadRef(new PlateKey(parts[3]), Instant.parse(parts[4]), parts[5]);
        return Optional.of(new Place(after, parts[1], Integer.parseInt(parts[2])));
    }

    private static byte[] bound(String personId, String search) {
        return Digests.framed(Digests.utf8(personId), Digests.utf8(search));
    }

    private SecretKeySpec key() {
        return new SecretKeySpec(cityKey.get().hmac(Digests.utf8("passby/page1")), "AES");
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] message, byte[] bound) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a token of ours", e);
        }
    }
}
