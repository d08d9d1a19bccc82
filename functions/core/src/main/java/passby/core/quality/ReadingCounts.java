package passby.core.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What people said of plates, counted by camera and by the day on which they said it. Not a change: it stands outside transactions, and a
 * lost count stops nothing.
 */
public interface ReadingCounts {
    /** At least four weeks, so that a camera with few cars comes to a rate at all. */
    int DAYS = 28;

    /**
     * Counts all of these in one step.
     *
     * @param judged plates of one camera, at least one
     */
    void add(List<Judged> judged, Instant at);

    /**
     * By camera, those without any left out.
     *
     * @param from a day at its beginning in UTC
     * @param to the day after the last, at most {@link #DAYS} + 1 days later
     */
    Map<String, JudgedPlates> ofDays(Instant from, Instant to, List<String> cameraIds);
}
