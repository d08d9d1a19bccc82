package passby.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import passby.core.hit.FramesOfPass;
import passby.core.hit.Hit;
import passby.core.hit.Sighting;
import passby.core.ledger.Entry;
import passby.core.read.Frame;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/** A hit whose plate rests on the vote of several frames of its pass. */
final class GoldenVote {
    private static final ARead LAST =
            ARead.of("01JQ0000000000000000000014", "8TST888", Instant.parse("2036-05-06T11:59:58.5Z"));

    final Read read = LAST.build();
    final Hit hit = voted(LAST.hit(AHotListEntry.of("rec-4", "8TST888").build(), TestData.NOW.plusSeconds(6)));
    final Frame frame = ARead.frame(List.of(read), List.of(hit.hitId()));

    void storeIn(StoredCity city, Entry entry) {
        city.frames().store(frame, List.of(read), List.of(new Frames.Raised.New(hit, entry)));
    }

    private static Hit voted(Hit hit) {
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
                        seen.pictures(),
                        new FramesOfPass(2, 3)),
                hit.matches(),
                hit.cautions(),
                hit.raisedAt(),
                hit.expiresAt(),
                hit.steps());
    }
}
