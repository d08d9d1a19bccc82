package passby.core.read;

import java.time.Instant;
import java.time.LocalDate;
import passby.core.recognition.Engine;

/**
 * A read that may stand in the random sample of its camera and day. Nothing in it says whose plate it is.
 *
 * @param cameraId who saw it
 * @param day on which it was stored, in UTC
 * @param place in the sample, from 0
 * @param lot 64 hexadecimal digits; of all that ask for a place, the lowest gets it
 * @param readId the read
 * @param engine who read it
 * @param expiresAt when the sample forgets it, never later than its frame is forgotten
 */
public record SampledRead(
        String cameraId, LocalDate day, int place, String lot, String readId, Engine engine, Instant expiresAt) {}
