package passby.core.read;

import java.time.Duration;
import passby.core.plate.PlateKey;

/**
 * Looks whether a plate that hit was seen by another camera too far away for one car: a plate that was copied, or a picture
 * that a stolen camera key brought in (threats.md). Only reads that are stored are looked at, so in flush mode only hits.
 */
final class DistantSightings {
    /** On both sides of the capture. */
    private static final Duration WINDOW = Duration.ofMinutes(30);

    /** Nearer sightings prove nothing: positions and clocks of cameras are not that exact. */
    private static final double MIN_METRES = 5_000;

    /** 250 km/h. */
    private static final double MAX_METRES_A_SECOND = 70;

    /** Clocks of two cameras may differ by as much (data.md, "Bounds": two minutes each way). */
    private static final Duration CLOCKS = Duration.ofMinutes(4);

    private static final int MAX_READS = 100;

    private final Reads reads;

    DistantSightings(Reads reads) {
        this.reads = reads;
    }

    boolean contradict(Read read, PlateKey plateKey) {
        var from = read.capturedAt().minus(WINDOW);
        var to = read.capturedAt().plus(WINDOW);
        return reads.byPlateElsewhere(plateKey, from, to, read.cameraId(), MAX_READS).stream()
                .anyMatch(other -> isTooFar(other, read));
    }

    private static boolean isTooFar(Read one, Read other) {
        var metres = one.position().metresTo(other.position());
        var seconds = Duration.between(one.capturedAt(), other.capturedAt())
                .abs()
                .plus(CLOCKS)
                .toSeconds();
        return metres > MIN_METRES && metres > seconds * MAX_METRES_A_SECOND;
    }
}
