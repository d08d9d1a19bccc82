package passby.core.hit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Position;
import passby.core.picture.StoredCrops;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.VehicleColour;

/**
 * What was seen, where and when: the read's side of a hit.
 *
 * @param readId the read
 * @param plate the candidate that matched
 * @param state that issued it, as read
 * @param colour of the vehicle, as read: for people to compare with the entry
 * @param confidence of the candidate
 * @param cameraId who saw it
 * @param zone whose officers are told
 * @param position where
 * @param heading whereto the camera looked, degrees
 * @param capturedAt by the camera's clock
 * @param receivedAt by ours
 * @param pictures to compare with the entry; null where the camera read the plate itself and sent none
 * @param frames of the pass on which the plate rests
 */
public record Sighting(
        String readId,
        Plate plate,
        IssuingState state,
        VehicleColour colour,
        Confidence confidence,
        String cameraId,
        String zone,
        Position position,
        int heading,
        Instant capturedAt,
        Instant receivedAt,
        @Nullable StoredCrops pictures,
        FramesOfPass frames) {
    /** The same, of a state that another frame of the pass read. */
    Sighting withState(IssuingState other) {
        return new Sighting(
                readId,
                plate,
                other,
                colour,
                confidence,
                cameraId,
                zone,
                position,
                heading,
                capturedAt,
                receivedAt,
                pictures,
                frames);
    }
}
