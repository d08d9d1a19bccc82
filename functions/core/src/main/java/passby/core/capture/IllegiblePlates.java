package passby.core.capture;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many plates each camera showed that could not be read, by the reason: a lens that gets dirty is seen by them (B8). Counts
 * without plates; a lost one stops nothing.
 */
public interface IllegiblePlates {
    /** @param reasons how many by each reason, in the recogniser's words, such as {@code blurred} */
    void add(String cameraId, Map<String, Long> reasons, Instant at);

    /**
     * By camera, those without any left out.
     *
     * @param day that holds the instant, in UTC
     */
    Map<String, Map<String, Long>> ofDay(Instant day, List<String> cameraIds);
}
