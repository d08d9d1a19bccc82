package passby.core.quality;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.HitVerdicts;
import passby.core.hit.RejectionReason;
import passby.core.read.Frame;
import passby.core.read.Frames;

/** Counts what officers say of hits: the first of the two rates, which puts no camera in quarantine. */
public final class CountVerdicts implements HitVerdicts {
    private final Frames frames;
    private final ReadingCounts counts;
    private final Clock clock;

    public CountVerdicts(Frames frames, ReadingCounts counts, Clock clock) {
        this.frames = frames;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public void add(Hit hit, HitStep step) {
        verdict(step).ifPresent(verdict -> add(hit, verdict));
    }

    private void add(Hit hit, Verdict verdict) {
        var seen = hit.sighting();
        var engine = frames.find(seen.readId().substring(0, seen.readId().lastIndexOf('-')))
                .map(Frame::engine)
                .map(Judged::engine)
                .orElse(Judged.NO_ENGINE);
        var judged = Judged.of(seen.cameraId(), verdict, seen.state(), seen.capturedAt(), engine);
        counts.add(List.of(judged), clock.instant());
    }

    private static Optional<Verdict> verdict(HitStep step) {
        return switch (step) {
            case HitStep.ImageMatched _ -> Optional.of(Verdict.HIT_MATCHED);
            case HitStep.Rejected rejected -> Optional.of(verdict(rejected.reason()));
            case HitStep.Viewed _,
                    HitStep.ConfirmationRequested _,
                    HitStep.Confirmed _,
                    HitStep.NotConfirmed _,
                    HitStep.Contacted _,
                    HitStep.ContactUnconfirmed _,
                    HitStep.Disposed _,
                    HitStep.Escalated _ -> Optional.empty();
        };
    }

    private static Verdict verdict(RejectionReason reason) {
        return switch (reason) {
            case MISREAD -> Verdict.HIT_MISREAD;
            case WRONG_STATE -> Verdict.HIT_WRONG_STATE;
            case FOLDED_CHARACTER -> Verdict.HIT_FOLDED_CHARACTER;
            case STALE_ENTRY -> Verdict.HIT_STALE_ENTRY;
            case WRONG_VEHICLE -> Verdict.HIT_WRONG_VEHICLE;
            case OTHER -> Verdict.HIT_OTHER;
        };
    }
}
