package passby.core.read;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateReading;
import passby.core.recognition.PlateText;

/**
 * Looks at a reading beside those of the other frames of its pass: what they agree upon is looked up first in the hot lists, and
 * what the frame itself read is then one of its alternates. The read keeps its own text. In flush mode each frame speaks for
 * itself: nothing of what matched nothing is stored, not even for a minute. (B3, B5, F2)
 */
public final class CorrectByPass {
    /**
     * After the last frame of a pass its readings are of no use. The purge comes up to 90 s early, so that they are gone 60 to
     * 120 s after it.
     */
    static final Duration KEPT = Duration.ofSeconds(150);

    /**
     * @param reading to look up
     * @param frames what each of the frames read that were compared; one, where the frame speaks for itself
     */
    record Corrected(PlateText reading, List<Plate> frames) {
        private static Corrected alone(PlateText reading) {
            return new Corrected(reading, List.of(reading.best().plate()));
        }
    }

    /** What the frames of a pass agreed upon, with the state of the frame at hand. */
    private record Voted(List<Candidate> candidates, IssuingState state) implements PlateText {}

    private final PassReadings passes;
    private final Clock clock;

    public CorrectByPass(PassReadings passes, Clock clock) {
        this.passes = passes;
        this.clock = clock;
    }

    Corrected handle(SightedFrame frame, String readId, PlateText reading, EffectivePolicy policy) {
        var pass = frame.pass(policy.timing().passLife());
        if (!pass.named() || policy.nonHitRetention().isFlush()) {
            return Corrected.alone(reading);
        }
        var own = new PassReading(readId, pass.capturedAt(), reading.best());
        return PassVote.of(own, passes.add(pass.passId(), own, clock.instant().plus(KEPT)), pass.life())
                .map(vote -> new Corrected(corrected(reading, vote), vote.frames()))
                .orElseGet(() -> Corrected.alone(reading));
    }

    private static PlateText corrected(PlateText reading, PassVote vote) {
        if (reading.best().plate().equals(vote.winner().plate())) {
            return reading;
        }
        var others = reading.candidates().stream()
                .filter(candidate -> !candidate.plate().equals(vote.winner().plate()));
        var candidates = Stream.concat(Stream.of(vote.winner()), others)
                .limit(PlateReading.MAX_CANDIDATES)
                .toList();
        return new Voted(candidates, reading.state());
    }
}
