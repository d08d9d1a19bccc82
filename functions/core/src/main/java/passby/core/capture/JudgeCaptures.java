package passby.core.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.Timing;

/**
 * Judges what a camera brings, pictures and reads of its own by the same rules: each alone, so that a late one does not hold up
 * the rest. While capture is switched off nothing is granted to anybody.
 */
public final class JudgeCaptures {
    /** Grants one that is within every bound. */
    public interface Grant<T extends Announced> {
        Issued grant(T announced, Timing timing, Instant now);
    }

    private final CachedPolicy policy;
    private final CameraBounds bounds;
    private final ExcludedPlaces places;
    private final Counters counters;
    private final Clock clock;

    public JudgeCaptures(
            CachedPolicy policy, CameraBounds bounds, ExcludedPlaces places, Counters counters, Clock clock) {
        this.policy = policy;
        this.bounds = bounds;
        this.places = places;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @param camera in service, whose token was verified and spent
     * @param count of each that is granted
     * @return one for each, in their order
     */
    public <T extends Announced> List<Issued> handle(Camera camera, List<T> announced, Count count, Grant<T> grant) {
        var effective = policy.current();
        var now = clock.instant();
        var issued = effective.capture() == CaptureSwitch.OFF
                ? Collections.<Issued>nCopies(announced.size(), new Issued.SwitchedOff())
                : judge(camera, announced, effective, now, grant);
        count(issued, count, now);
        return issued;
    }

    private <T extends Announced> List<Issued> judge(
            Camera camera, List<T> announced, EffectivePolicy effective, Instant now, Grant<T> grant) {
        var refused = announced.stream()
                .map(one -> refused(camera, one, effective, now))
                .toList();
        var asked = IntStream.range(0, announced.size())
                .mapToObj(place -> new CameraBounds.Asked(
                        announced.get(place).length(),
                        Duration.between(now, announced.get(place).facts().capturedAt()),
                        refused.get(place).isPresent()))
                .toList();
        var beyond = bounds.judge(camera.cameraId(), asked, effective, now);
        return IntStream.range(0, announced.size())
                .mapToObj(place -> refused.get(place)
                        .or(() -> beyond.get(place).map(Issued.TooMany::new))
                        .orElseGet(() -> grant.grant(announced.get(place), effective.timing(), now)))
                .toList();
    }

    /** Why one is not granted, whatever else the camera brings. */
    private Optional<Issued> refused(Camera camera, Announced announced, EffectivePolicy effective, Instant now) {
        return isTooLate(announced, effective.timing(), now)
                ? Optional.of(new Issued.TooLate())
                : places.of(effective, camera, announced.facts()).map(Issued.Excluded::new);
    }

    private static boolean isTooLate(Announced announced, Timing timing, Instant now) {
        return !now.isBefore(announced.facts().capturedAt().plus(timing.maxCaptureAge()));
    }

    private void count(List<Issued> issued, Count count, Instant now) {
        var granted = issued.stream().filter(JudgeCaptures::isGranted).count();
        var counts = new EnumMap<Count, Long>(Count.class);
        counts.put(count, granted);
        counts.put(Count.UPLOAD_REFUSED, issued.size() - granted);
        counts.values().removeIf(amount -> amount == 0);
        if (!counts.isEmpty()) {
            counters.add(Map.copyOf(counts), now);
        }
    }

    private static boolean isGranted(Issued issued) {
        return switch (issued) {
            case Issued.Url _, Issued.Taken _ -> true;
            case Issued.TooLate _, Issued.TooMany _, Issued.Excluded _, Issued.SwitchedOff _ -> false;
        };
    }
}
