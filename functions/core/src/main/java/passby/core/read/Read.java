package passby.core.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Position;
import passby.core.picture.StoredCrops;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.plate.VehicleColour;
import passby.core.recognition.Engine;
import passby.core.retention.RetentionClass;
import passby.core.retention.RetentionClock;

/**
 * One plate of one frame, format version 1. Never changed: a correction is a record of its own.
 *
 * @param readId {@code <uploadId>-<n>}, n the rank in the frame from 1, left to right
 * @param plateKey of the best candidate
 * @param uploadId the frame
 * @param passId the pass
 * @param frameSha256 of exactly the frame that it came from, 64 hexadecimal digits
 * @param cameraId who saw it
 * @param capturedAt by the camera's clock
 * @param receivedAt by ours, the store's event: equal on redelivery
 * @param storedAt when it was stored
 * @param skewed whether the camera's clock is off by more than the policy's limit
 * @param position of the frame
 * @param heading of the frame, degrees
 * @param engine who read it
 * @param candidates 1 to 5, the likeliest first
 * @param state that issued the plate, apart from the text
 * @param colour of the vehicle, for people to compare
 * @param pictures what is kept of the frame; null for a read that its camera made itself and sent without a picture
 * @param retentionClass which clock it runs on
 * @param holds ids of evidence holds on it
 * @param expiresAt end of its retention
 * @param picturesExpireAt end of that of its pictures, never after {@code expiresAt}
 * @param policyHash of the policy under which it was stored
 * @param corrections what people said of it, the oldest first; they change nothing else of it
 */
public record Read(
        String readId,
        PlateKey plateKey,
        String uploadId,
        String passId,
        String frameSha256,
        String cameraId,
        Instant capturedAt,
        Instant receivedAt,
        Instant storedAt,
        boolean skewed,
        Position position,
        int heading,
        Engine engine,
        List<Candidate> candidates,
        IssuingState state,
        VehicleColour colour,
        @Nullable StoredCrops pictures,
        RetentionClass retentionClass,
        Set<String> holds,
        Instant expiresAt,
        Instant picturesExpireAt,
        String policyHash,
        List<Correction> corrections) {
    public static final int VERSION = 1;

    public Read {
        candidates = List.copyOf(candidates);
        holds = Set.copyOf(holds);
        corrections = List.copyOf(corrections);
    }

    /** The same read with these corrections. */
    public Read withCorrections(List<Correction> all) {
        return with(colour, all);
    }

    /** The same read of a vehicle of that colour. */
    public Read withColour(VehicleColour other) {
        return with(other, corrections);
    }

    private Read with(VehicleColour ofVehicle, List<Correction> all) {
        return new Read(
                readId,
                plateKey,
                uploadId,
                passId,
                frameSha256,
                cameraId,
                capturedAt,
                receivedAt,
                storedAt,
                skewed,
                position,
                heading,
                engine,
                candidates,
                state,
                ofVehicle,
                pictures,
                retentionClass,
                holds,
                expiresAt,
                picturesExpireAt,
                policyHash,
                all);
    }

    /** Under the keys of which plates it is found: its own first, then each corrected one once. */
    public List<PlateKey> foundUnder() {
        return Stream.concat(Stream.of(plateKey), corrections.stream().map(Correction::plateKey))
                .distinct()
                .toList();
    }

    /** The correction by which it is found under that key; empty under its own. */
    public Optional<Correction> correctedTo(PlateKey key) {
        return corrections.stream()
                .filter(one -> one.plateKey().equals(key) && !key.equals(plateKey))
                .findFirst();
    }

    /** Whether somebody said that it shows exactly that plate; of whichever state when none was said. */
    public boolean isCorrectedTo(Plate named, String ofState) {
        return corrections.stream()
                .anyMatch(one -> one.plate().equals(named)
                        && (one.state() == null || one.state().equals(ofState)));
    }

    public Candidate best() {
        return candidates.getFirst();
    }

    public Plate plate() {
        return best().plate();
    }

    /** Of the objects that hold its pictures; none where there are none. */
    public List<String> pictureKeys() {
        return pictures == null ? List.of() : pictures.keys();
    }

    public Instant retentionBase() {
        return RetentionClock.base(capturedAt, receivedAt);
    }
}
