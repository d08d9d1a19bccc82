package passby.core.read;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import passby.core.hit.HitId;
import passby.core.id.Digests;
import passby.core.recognition.Engine;
import passby.core.retention.RetentionClass;

/**
 * A frame whose results are stored. The first result wins for the whole frame, whichever engine ran.
 *
 * @param uploadId its id
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param cameraId whose it was
 * @param receivedAt when its upload was complete
 * @param storedAt when its results were stored: the minute in which the ledger admits it
 * @param salt 32 random bytes, 64 hexadecimal digits; it goes with the frame, and with it the proof that the frame was here
 * @param engine who read it
 * @param reads the reads stored of it, in rank order
 * @param classes the clock of each of them, in their order
 * @param hits the hits that it raised or belongs to
 * @param expiresAt the latest of its reads' dates
 */
public record Frame(
        String uploadId,
        String sha256,
        String cameraId,
        Instant receivedAt,
        Instant storedAt,
        String salt,
        Engine engine,
        List<ReadRef> reads,
        List<RetentionClass> classes,
        List<HitId> hits,
        Instant expiresAt) {
    public static final int SALT_BYTES = 32;

    public Frame {
        reads = List.copyOf(reads);
        classes = List.copyOf(classes);
        hits = List.copyOf(hits);
    }

    /** What the ledger's trees hold of it: SHA-256(upload id, frame hash, salt); 64 hexadecimal digits. */
    public String admissionLeaf() {
        var parts = Digests.framed(
                Digests.utf8(uploadId),
                HexFormat.of().parseHex(sha256),
                HexFormat.of().parseHex(salt));
        return HexFormat.of().formatHex(Digests.sha256(parts));
    }
}
