package passby.core.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.policy.Limits.Window;

/** How much each camera brings, counted in one row a camera. Not a change: it stands outside transactions. */
public interface CameraUses {
    /**
     * What a camera brings.
     *
     * @param frames in the minute
     * @param kilobytes in the day
     * @param onTheirWay frames that have a URL and are not processed, in the while that a URL lives
     */
    record Amounts(long frames, long kilobytes, long onTheirWay) {
        public Amounts plus(Amounts more) {
            return new Amounts(frames + more.frames, kilobytes + more.kilobytes, onTheirWay + more.onTheirWay);
        }
    }

    /**
     * Counts so much more, each in the while that holds the instant; a while that is over begins anew.
     *
     * @param skew how far the camera's clock is ahead of ours, negative when it is behind; it replaces what was measured before
     * @param life the while in which frames are on their way
     * @return what is counted now, this included
     */
    Amounts add(String cameraId, Amounts more, Duration skew, Window life, Instant at);

    /**
     * What a camera left behind.
     *
     * @param skew when it last asked for a URL; null when that was not measured
     * @param lastFrameAt when its last frame was processed; null when none was
     */
    record Trace(@Nullable Duration skew, @Nullable Instant lastFrameAt) {
        static final Trace NONE = new Trace(null, null);

        static Trace of(Map<String, Trace> traces, Camera camera) {
            return traces.getOrDefault(camera.cameraId(), NONE);
        }
    }

    /**
     * Of each camera that asked for a URL in the last two days.
     *
     * @param cameraIds any number of them
     */
    Map<String, Trace> traces(Collection<String> cameraIds);

    /**
     * Notes that a frame came to its end, and takes it from those that are on their way.
     *
     * @param issued when its URL was
     */
    void arrived(String cameraId, Window life, Instant issued, Instant at);

    /**
     * Takes back what was counted at that instant and came to nothing or is over. Of a while that is over there is nothing to take
     * back.
     *
     * @param kilobytes at least 0
     * @param onTheirWay at least 0
     */
    void giveBack(String cameraId, long kilobytes, long onTheirWay, Window life, Instant at);
}
