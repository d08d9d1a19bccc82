package passby.core.read;

import java.time.Instant;
import java.util.List;
import passby.core.hit.HitId;
import passby.core.recognition.Engine;

/**
 * A frame whose results are stored. The first result wins for the whole frame, whichever engine ran.
 *
 * @param uploadId its id
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param cameraId whose it was
 * @param receivedAt when its upload was complete
 * @param storedAt when its results were stored: the minute in which the ledger admits it
 * @param engine who read it
 * @param reads the reads stored of it, in rank order
 * @param hits the hits that it raised or belongs to
 * @param expiresAt the latest of its reads' dates
 */
public record Frame(
        String uploadId,
        String sha256,
        String cameraId,
        Instant receivedAt,
        Instant storedAt,
        Engine engine,
        List<ReadRef> reads,
        List<HitId> hits,
        Instant expiresAt) {
    public Frame {
        reads = List.copyOf(reads);
        hits = List.copyOf(hits);
    }
}
