package passby.core.ledger;

import static passby.core.id.Digests.framed;
import static passby.core.id.Digests.utf8;

import java.util.HexFormat;
import passby.core.id.Digests;

/**
 * What opens one commitment.
 *
 * @param salt 32 random bytes, 64 hexadecimal digits; of this field alone, because plates are guessable
 * @param value the committed text
 */
public record Opening(String salt, String value) {
    public static final int SALT_BYTES = 32;

    /** SHA-256("passby/c1", entryId, field name, salt, value), every part behind its length; 64 hexadecimal digits. */
    public String commitment(String entryId, Field field) {
        var parts = framed(
                utf8("passby/c1"),
                utf8(entryId),
                utf8(field.code()),
                HexFormat.of().parseHex(salt),
                utf8(value));
        return HexFormat.of().formatHex(Digests.sha256(parts));
    }

    @Override
    public String toString() {
        return "Opening[]";
    }
}
