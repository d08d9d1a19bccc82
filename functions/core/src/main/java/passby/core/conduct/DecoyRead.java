package passby.core.conduct;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import passby.core.capture.Position;
import passby.core.id.Digests;
import passby.core.picture.Box;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.Candidate;
import passby.core.plate.CityKey;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.VehicleColour;
import passby.core.read.Read;
import passby.core.recognition.Engine;
import passby.core.retention.RetentionClass;

/**
 * A decoy among the reads: a row that a search by camera answers like any other, and that tells on whoever opens it without a reason to.
 * It is no read: it lies beside the reads' table, so that no balance, statistic, purge report, hold or export knows of it.
 *
 * @param readId as a read's
 * @param cameraId by which it says that it was seen
 * @param seenAt when it says so
 * @param position of that camera
 * @param heading of that camera, degrees
 * @param until after which no search answers it: when a read of that moment would have gone
 */
public record DecoyRead(String readId, String cameraId, Instant seenAt, Position position, int heading, Instant until) {
    private static final Engine ENGINE = new Engine("decoy", "1");

    /** The least and the most that readers are sure of a plate whose every character they found. */
    private static final double LEAST = 0.88;

    private static final double MOST = 0.99;
    private static final byte[] SURENESS = Digests.utf8("passby/decoy-confidence1");
    private static final Box SOMEWHERE = new Box(0.4, 0.4, 0.2, 0.1);

    public Plate plate(CityKey key) {
        return DecoyPlates.of(key, readId);
    }

    /** Another for each decoy and the same at each look: one value for all of them would tell them apart. */
    private Confidence confidence(CityKey key) {
        var mac = key.hmac(Digests.framed(SURENESS, Digests.utf8(readId)));
        var share = Byte.toUnsignedInt(mac[0]) / 255.0;
        return new Confidence(Math.round((LEAST + (MOST - LEAST) * share) * 10_000) / 10_000.0);
    }

    /** As a search answers it, in the words of a read. No store has its pictures: whoever opens them is shown drawn ones. */
    public Read read(CityKey key) {
        var plate = plate(key);
        var sure = confidence(key);
        var gone = new StoredCrop("none", Digests.sha256Hex(readId), SOMEWHERE);
        return new Read(
                readId,
                key.plateKey(plate),
                readId.substring(0, readId.lastIndexOf('-')),
                cameraId + "-" + readId,
                Digests.sha256Hex(readId),
                cameraId,
                seenAt,
                seenAt.plusSeconds(2),
                seenAt.plusSeconds(3),
                false,
                position,
                heading,
                ENGINE,
                List.of(new Candidate(
                        plate, sure, Collections.nCopies(plate.raw().length(), sure))),
                IssuingState.UNKNOWN,
                VehicleColour.UNKNOWN,
                new StoredCrops(gone, gone, List.of()),
                RetentionClass.NON_HIT,
                Set.of(),
                until,
                seenAt,
                "none",
                List.of());
    }
}
