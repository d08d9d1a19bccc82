package passby.core.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A witness's word that, as of a time, this checkpoint is the largest it saw and continues all earlier ones (cosignature/v1). */
public final class Cosignature {
    private static final int SIGNATURE_BYTES = 64;

    private Cosignature() {}

    public static NoteSignature sign(NoteSigner witness, String text, Instant at) {
        var seconds = at.getEpochSecond();
        var signature = witness.sign(message(text, seconds));
        var timed = ByteBuffer.allocate(Long.BYTES + SIGNATURE_BYTES)
                .putLong(seconds)
                .put(signature);
        return NoteSignature.of(witness.verifierKey(), timed.array());
    }

    /** When the witness of that key signed the text; empty when the line is not its valid signature. */
    public static Optional<Instant> verify(VerifierKey witness, String text, NoteSignature line) {
        var bytes = line.bytes();
        if (!line.isBy(witness) || bytes.length != Long.BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var seconds = ByteBuffer.wrap(bytes).getLong();
        var signature = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        return witness.verifies(message(text, seconds), signature)
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    private static byte[] message(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
