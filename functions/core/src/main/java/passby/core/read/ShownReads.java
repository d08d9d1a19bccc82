package passby.core.read;

import java.time.Clock;
import java.util.Optional;
import passby.core.picture.CropFile;
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;
import passby.core.picture.Pictures;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.RetentionClock;

/** Reads, and their pictures, by the ids that answers hold. A read id leads to its frame, and the frame holds the key of its read. */
public final class ShownReads {
    private final Frames frames;
    private final Reads reads;
    private final Clock clock;

    public ShownReads(Frames frames, Reads reads, Clock clock) {
        this.frames = frames;
        this.reads = reads;
        this.clock = clock;
    }

    /** Empty for an impossible id, and for a read whose retention is over. */
    public Optional<Read> find(String readId, EffectivePolicy policy) {
        var dash = readId.lastIndexOf('-');
        if (dash < 1) {
            return Optional.empty();
        }
        return frames.find(readId.substring(0, dash)).stream()
                .flatMap(frame -> frame.reads().stream())
                .filter(ref -> ref.readId().equals(readId))
                .findFirst()
                .flatMap(reads::find)
                .filter(read -> RetentionClock.mayAnswer(
                        clock.instant(),
                        read.expiresAt(),
                        read.retentionBase(),
                        policy.retention(read.retentionClass())));
    }

    /** Whether the pictures' own retention lasts. */
    public boolean arePicturesShown(Read read, EffectivePolicy policy) {
        return RetentionClock.mayAnswer(
                clock.instant(),
                read.expiresAt(),
                read.retentionBase(),
                policy.pictureRetention(read.retentionClass()));
    }

    /**
     * A picture of a read that may be shown; empty for an impossible kind, and when the pictures' own retention is over.
     *
     * @param kind not validated, as a client sent it
     */
    public Optional<Jpeg> picture(Pictures pictures, Read read, String kind, EffectivePolicy policy) {
        return Optional.ofNullable(read.pictures())
                .filter(_ -> arePicturesShown(read, policy))
                .flatMap(crops -> PictureKind.parse(kind).flatMap(parsed -> CropFile.find(pictures, parsed.of(crops))));
    }
}
