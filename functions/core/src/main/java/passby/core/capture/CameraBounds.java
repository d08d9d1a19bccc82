package passby.core.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passby.core.capture.CameraUses.Amounts;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.policy.Limits.Window;

/**
 * How much one camera may bring, so that no camera takes the recogniser from the others: frames a minute, bytes a day, and
 * frames that are on their way at once. A frame is on its way from its URL until it is processed; a URL that nobody used
 * stops counting with its ten minutes of the clock, in flush mode with its minute. Safe for use by several threads.
 */
public final class CameraBounds {
    /** What a frame is beyond. */
    public enum Bound {
        FRAMES_A_MINUTE,
        BYTES_A_DAY,
        OUTSTANDING
    }

    /**
     * A frame that a camera asks a URL for.
     *
     * @param skew from now to its capture: how far the camera's clock is ahead, if it asked at once
     * @param late gets no URL, as it comes too late or from an excluded zone, but counts in the minute
     */
    record Asked(int bytes, Duration skew, boolean late) {
        long kilobytes() {
            return Math.ceilDiv(bytes, KILOBYTE);
        }
    }

    private static final int KILOBYTE = 1000;
    private static final long KILOBYTES_A_MEGABYTE = 1000;

    private final CameraUses uses;
    private final FullMinutes full = new FullMinutes();

    public CameraBounds(CameraUses uses) {
        this.uses = uses;
    }

    /**
     * Counts the frames in one step. All of them count in the minute, so that asking for too much leaves no room; those within it
     * count in the bytes of the day; those that get a URL are on their way. Once a camera's minute is known to be full, the rest of it
     * is refused without a call of the store: a flood costs the others as little as can be.
     *
     * @return for each frame, in its order, what it is beyond
     */
    List<Optional<Bound>> judge(String cameraId, List<Asked> frames, EffectivePolicy policy, Instant now) {
        if (full.has(cameraId, policy.cameraUploadRate(), now)) {
            return frames.stream()
                    .map(frame -> frame.late() ? Optional.<Bound>empty() : Optional.of(Bound.FRAMES_A_MINUTE))
                    .toList();
        }
        var inTime = frames.stream().filter(frame -> !frame.late()).toList();
        var more = new Amounts(
                frames.size(), inTime.stream().mapToLong(Asked::kilobytes).sum(), inTime.size());
        var counted = uses.add(cameraId, more, skew(frames), life(policy), now);
        full.note(cameraId, counted.frames(), policy.cameraUploadRate(), now);
        var room = new Room(counted, more, policy);
        var beyond = new ArrayList<Optional<Bound>>(frames.size());
        frames.forEach(frame -> beyond.add(room.take(frame)));
        var kilobytes = more.kilobytes() - room.kilobytesTaken;
        var onTheirWay = more.onTheirWay() - room.started;
        if (kilobytes > 0 || onTheirWay > 0) {
            uses.giveBack(cameraId, kilobytes, onTheirWay, life(policy), now);
        }
        return beyond;
    }

    /** Of the newest frame: the others waited with it, and waiting looks like a clock that is behind. */
    private static Duration skew(List<Asked> frames) {
        return frames.stream().map(Asked::skew).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** What was left for one call, frame by frame. */
    private static final class Room {
        private int framesLeft;
        private long kilobytesLeft;
        private long onTheirWayLeft;
        private long kilobytesTaken;
        private long started;

        private Room(Amounts counted, Amounts more, EffectivePolicy policy) {
            framesLeft = Limits.within(counted.frames(), (int) more.frames(), policy.cameraUploadRate());
            var day = policy.bounds().cameraDailyMegabytes() * KILOBYTES_A_MEGABYTE;
            kilobytesLeft = day - (counted.kilobytes() - more.kilobytes());
            onTheirWayLeft = policy.bounds().cameraOutstanding() - (counted.onTheirWay() - more.onTheirWay());
        }

        private Optional<Bound> take(Asked frame) {
            var withinTheMinute = framesLeft > 0;
            framesLeft--;
            if (frame.late()) {
                return Optional.empty();
            }
            if (!withinTheMinute) {
                return Optional.of(Bound.FRAMES_A_MINUTE);
            }
            // What is beyond the bytes of the day counts too, and leaves nothing for a smaller frame behind it.
            kilobytesTaken += frame.kilobytes();
            kilobytesLeft -= frame.kilobytes();
            if (kilobytesLeft < 0) {
                return Optional.of(Bound.BYTES_A_DAY);
            }
            if (onTheirWayLeft <= 0) {
                return Optional.of(Bound.OUTSTANDING);
            }
            onTheirWayLeft--;
            started++;
            return Optional.empty();
        }
    }

    /** The frame is processed to its end: the camera may bring another. */
    public void arrived(UploadKey upload, EffectivePolicy policy, Instant at) {
        uses.arrived(upload.cameraId(), life(policy), upload.issued(), at);
    }

    /** As long as a URL lives, or a little longer. */
    private static Window life(EffectivePolicy policy) {
        return policy.nonHitRetention().isFlush() ? Window.MINUTE : Window.TEN_MINUTES;
    }
}
