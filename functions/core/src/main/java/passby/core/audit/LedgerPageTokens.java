package passby.core.audit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import passby.core.id.Digests;
import passby.core.id.Entropy;
import passby.core.plate.CityKey;

/** Where the next page of the ledger begins, sealed with AES-256-GCM: for one reader and one query, within five minutes. */
public final class LedgerPageTokens {
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<CityKey> cityKey;
    private final Entropy entropy;

    public LedgerPageTokens(Supplier<CityKey> cityKey, Entropy entropy) {
        this.cityKey = cityKey;
        this.entropy = entropy;
    }

    String seal(long place, String personId, LedgerQuery query, Instant now) {
        var message = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(now.plus(LIFE).getEpochSecond())
                .putLong(place);
        var nonce = entropy.bytes(NONCE);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, message.array(), bound(personId, query));
        var token = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Empty for a token that is forged, old, of somebody else or of another query: there is no saying which. */
    OptionalLong open(String token, String personId, LedgerQuery query, Instant now) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            var nonce = Arrays.copyOf(bytes, NONCE);
            var sealed = bytes.length > NONCE ? Arrays.copyOfRange(bytes, NONCE, bytes.length) : new byte[0];
            var message = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, nonce, sealed, bound(personId, query)));
            var until = Instant.ofEpochSecond(message.getLong());
            return now.isBefore(until) ? OptionalLong.of(message.getLong()) : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    private static byte[] bound(String personId, LedgerQuery query) {
        return Digests.framed(Digests.utf8(personId), Digests.utf8(query.canonical()));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] message, byte[] bound) {
        try {
            var key = new SecretKeySpec(cityKey.get().hmac(Digests.utf8("passby/ledger-page1")), "AES");
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a token of ours", e);
        }
    }
}
