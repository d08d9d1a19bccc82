package passby.core.note;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * One signature line of a note.
 *
 * @param name of the signer
 * @param keyId {@link VerifierKey#id}
 * @param signature base64 of what follows the id: 64 bytes, or 8 bytes of seconds and 64 for a witness
 */
public record NoteSignature(String name, int keyId, String signature) {
    private static final Pattern LINE =
            Pattern.compile("— (?<name>" + VerifierKey.NAME + ") (?<bytes>[A-Za-z0-9+/=]{8,8000})");

    public static NoteSignature of(VerifierKey key, byte[] signature) {
        return new NoteSignature(key.name(), key.id(), Base64.getEncoder().encodeToString(signature));
    }

    static NoteSignature parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            throw new MalformedException("not a signature line");
        }
        var bytes = decoded(match.group("bytes"));
        if (bytes.length <= Integer.BYTES) {
            throw new MalformedException("a signature line without a signature");
        }
        var rest = new byte[bytes.length - Integer.BYTES];
        var id = ByteBuffer.wrap(bytes).getInt();
        System.arraycopy(bytes, Integer.BYTES, rest, 0, rest.length);
        var parsed =
                new NoteSignature(match.group("name"), id, Base64.getEncoder().encodeToString(rest));
        if (!parsed.line().equals(line)) {
            throw new MalformedException("a signature is not in canonical base64");
        }
        return parsed;
    }

    /** As it stands in the note, without its newline. */
    public String line() {
        var bytes = bytes();
        var typed =
                ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes);
        return "— " + name + " " + Base64.getEncoder().encodeToString(typed.array());
    }

    public boolean isBy(VerifierKey key) {
        return key.name().equals(name) && key.id() == keyId;
    }

    byte[] bytes() {
        return decoded(signature);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a signature is not in base64");
        }
    }
}
