package passby.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import passby.core.hit.Caution;
import passby.core.hit.FramesOfPass;
import passby.core.hit.Hit;
import passby.core.hit.Sighting;
import passby.core.ledger.Entry;
import passby.core.read.Frame;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.recognition.Engine;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/** What a camera read itself and sent without a picture, with the hit that it raised. */
final class GoldenCameraRead {
    private static final ARead POSTED =
            ARead.of("01JQ0000000000000000000013", "9TST777", Instant.parse("2036-05-06T11:59:59.5Z"));

    final Read read = withoutPictures(POSTED.build());
    final Hit hit =
            withoutPicture(POSTED.hit(AHotListEntry.of("rec-3", "9TST777").build(), TestData.NOW.plusSeconds(5)));
    final Frame frame = ARead.frame(List.of(read), List.of(hit.hitId()));

    void storeIn(StoredCity city, Entry entry) {
        city.frames().store(frame, List.of(read), List.of(new Frames.Raised.New(hit, entry)));
    }

    private static Read withoutPictures(Read read) {
        return new Read(
                read.readId(),
                read.plateKey(),
                read.uploadId(),
                read.passId(),
                read.frameSha256(),
                read.cameraId(),
                read.capturedAt(),
                read.receivedAt(),
                read.storedAt(),
                read.skewed(),
                read.position(),
                read.heading(),
                new Engine("camera:openalpr", "4.1.9"),
                read.candidates(),
                read.state(),
                read.colour(),
                null,
                read.retentionClass(),
                read.holds(),
                read.expiresAt(),
                read.picturesExpireAt(),
                read.policyHash(),
                List.of());
    }

    private static Hit withoutPicture(Hit hit) {
        var seen = hit.sighting();
        return new Hit(
                hit.hitId(),
                hit.passId(),
                hit.plateKey(),
                new Sighting(
                        seen.readId(),
                        seen.plate(),
                        seen.state(),
                        seen.colour(),
                        seen.confidence(),
                        seen.cameraId(),
                        seen.zone(),
                        seen.position(),
                        seen.heading(),
                        seen.capturedAt(),
                        seen.receivedAt(),
                        null,
                        FramesOfPass.ALONE),
                hit.matches(),
                Set.of(Caution.NO_PICTURE),
                hit.raisedAt(),
                hit.expiresAt(),
                hit.steps());
    }
}
