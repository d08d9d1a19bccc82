package passby.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import passby.core.capture.Position;
import passby.core.hit.FramesOfPass;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.Sighting;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.id.Digests;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.Crops;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.VehicleColour;
import passby.core.read.Frame;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.retention.RetentionClass;

/** Builds reads with their frame and hit; each {@code with} answers a new builder. Kept for 30 days unless told otherwise. */
public record ARead(
        String uploadId,
        int rank,
        String plate,
        IssuingState state,
        VehicleColour colour,
        String cameraId,
        Position position,
        Instant capturedAt,
        RetentionClass retentionClass,
        Instant expiresAt,
        List<Box> others) {
    public static final Engine ENGINE = new Engine("container", "1.2.2");
    public static final IssuingState CALIFORNIA = new IssuingState.Issued("CA", new Confidence(0.97));

    /** Of every plate of {@link #reading}. */
    public static final Box PLATE_BOX = new Box(0.4, 0.5, 0.1, 0.05);

    private static final Box VEHICLE_BOX = new Box(0.25, 0.25, 0.5, 0.5);

    public static ARead of(String uploadId, String plate, Instant capturedAt) {
        return new ARead(
                uploadId,
                1,
                plate,
                CALIFORNIA,
                VehicleColour.UNKNOWN,
                "cam-elm",
                TestData.CORNER,
                capturedAt,
                RetentionClass.NON_HIT,
                capturedAt.plus(Duration.ofDays(30)),
                List.of());
    }

    public ARead withRank(int other) {
        return new ARead(
                uploadId,
                other,
                plate,
                state,
                colour,
                cameraId,
                position,
                capturedAt,
                retentionClass,
                expiresAt,
                others);
    }

    public ARead withState(IssuingState other) {
        return new ARead(
                uploadId,
                rank,
                plate,
                other,
                colour,
                cameraId,
                position,
                capturedAt,
                retentionClass,
                expiresAt,
                others);
    }

    public ARead withColour(VehicleColour.Name name) {
        return new ARead(
                uploadId,
                rank,
                plate,
                state,
                new VehicleColour.Seen(name, new Confidence(0.8)),
                cameraId,
                position,
                capturedAt,
                retentionClass,
                expiresAt,
                others);
    }

    public ARead withClass(RetentionClass other) {
        return new ARead(
                uploadId, rank, plate, state, colour, cameraId, position, capturedAt, other, expiresAt, others);
    }

    public ARead withExpiresAt(Instant other) {
        return new ARead(
                uploadId, rank, plate, state, colour, cameraId, position, capturedAt, retentionClass, other, others);
    }

    public ARead withCamera(String other) {
        return new ARead(
                uploadId, rank, plate, state, colour, other, position, capturedAt, retentionClass, expiresAt, others);
    }

    public ARead withPosition(Position other) {
        return new ARead(
                uploadId, rank, plate, state, colour, cameraId, other, capturedAt, retentionClass, expiresAt, others);
    }

    public ARead withOthers(Box... boxes) {
        return new ARead(
                uploadId,
                rank,
                plate,
                state,
                colour,
                cameraId,
                position,
                capturedAt,
                retentionClass,
                expiresAt,
                List.of(boxes));
    }

    public Read build() {
        var readId = uploadId + "-" + rank;
        return new Read(
                readId,
                TestData.CITY_KEY.plateKey(new Plate(plate)),
                uploadId,
                cameraId + "-" + uploadId,
                TestData.jpeg(uploadId).sha256(),
                cameraId,
                capturedAt,
                capturedAt.plusSeconds(2),
                capturedAt.plusSeconds(3),
                false,
                position,
                90,
                ENGINE,
                List.of(candidate(plate, 0.95)),
                state,
                colour,
                new StoredCrops(stored(readId, "plate", PLATE_BOX), stored(readId, "vehicle", VEHICLE_BOX), others),
                retentionClass,
                Set.of(),
                expiresAt,
                expiresAt,
                TestData.POLICY_HASH,
                List.of());
    }

    private static StoredCrop stored(String readId, String kind, Box box) {
        return new StoredCrop(
                "c/" + readId + "/" + kind + ".jpg",
                TestData.jpeg(readId + kind).sha256(),
                box);
    }

    /** The frame of that one read. */
    public Frame frame(List<HitId> hits) {
        return frame(List.of(build()), hits);
    }

    /** A frame of several reads of one upload. */
    public static Frame frame(List<Read> reads, List<HitId> hits) {
        var first = reads.getFirst();
        return new Frame(
                first.uploadId(),
                first.frameSha256(),
                first.cameraId(),
                first.receivedAt(),
                first.storedAt(),
                Digests.sha256Hex("salt of " + first.uploadId()),
                first.engine(),
                reads.stream().map(ReadRef::of).toList(),
                reads.stream().map(Read::retentionClass).toList(),
                hits,
                first.expiresAt());
    }

    /** A hit of that read: exact, so pushed. */
    public Hit hit(HotListEntry entry) {
        return hit(entry, capturedAt.plusSeconds(5));
    }

    public Hit hit(HotListEntry entry, Instant raisedAt) {
        var read = build();
        return new Hit(
                HitId.of(TestData.CITY_KEY, read.passId(), read.plateKey()),
                read.passId(),
                read.plateKey(),
                new Sighting(
                        read.readId(),
                        read.plate(),
                        read.state(),
                        read.colour(),
                        read.best().confidence(),
                        read.cameraId(),
                        TestData.ZONE,
                        read.position(),
                        read.heading(),
                        read.capturedAt(),
                        read.receivedAt(),
                        read.pictures(),
                        FramesOfPass.ALONE),
                List.of(new Match(entry, read.plate(), MatchType.EXACT, false)),
                Set.of(),
                raisedAt,
                read.retentionBase().plus(Duration.ofDays(90)),
                List.of());
    }

    public static Candidate candidate(String plate, double confidence) {
        return new Candidate(
                new Plate(plate),
                new Confidence(confidence),
                Collections.nCopies(plate.length(), new Confidence(confidence)));
    }

    /** A confident reading of a plate of that state, with crops of its own. */
    public static PlateReading reading(String plate, IssuingState state) {
        return reading(List.of(candidate(plate, 0.95)), state);
    }

    public static PlateReading reading(List<Candidate> candidates, IssuingState state) {
        var best = candidates.getFirst().plate().raw();
        return new PlateReading(
                PLATE_BOX,
                candidates,
                state,
                new Crops(
                        new Crop(PLATE_BOX, TestData.jpeg("plate crop of " + best)),
                        new Crop(VEHICLE_BOX, TestData.jpeg("vehicle crop of " + best))));
    }
}
