package passby.core.note;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signs notes with an Ed25519 key, wherever that key is kept. */
public interface NoteSigner {
    /** What others check its signatures with. */
    VerifierKey verifierKey();

    /** @return 64 bytes of Ed25519 over exactly these bytes (RFC 8032, not pre-hashed); the same each time */
    byte[] sign(byte[] message);

    default Note signed(String text) {
        var signature = sign(text.getBytes(StandardCharsets.UTF_8));
        return new Note(text, List.of(NoteSignature.of(verifierKey(), signature)));
    }
}
