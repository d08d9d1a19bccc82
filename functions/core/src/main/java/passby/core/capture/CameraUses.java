package passby.core.capture;

import java.time.Instant;
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
     * @param life the while in which frames are on their way
     * @return what is counted now, this included
     */
    Amounts add(String cameraId, Amounts more, Window life, Instant at);

    /**
     * Takes back what was counted at that instant and came to nothing or is over. Of a while that is over there is nothing to take
     * back.
     *
     * @param kilobytes at least 0
     * @param onTheirWay at least 0
     */
    void giveBack(String cameraId, long kilobytes, long onTheirWay, Window life, Instant at);
}
