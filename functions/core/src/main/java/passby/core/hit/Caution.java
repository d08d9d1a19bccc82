package passby.core.hit;

import java.util.Optional;
import passby.core.id.Coded;

/**
 * Why an officer must doubt a hit before its picture is even looked at: signs of a stolen camera key (threats.md), a camera that misreads,
 * or no picture at all.
 */
public enum Caution implements Coded {
    /** The camera was retired when the frame was processed. */
    CAMERA_RETIRED(true),
    /** The frame came while the camera was suspended. */
    CAMERA_SUSPENDED(true),
    /** The camera's plates are misread too often. */
    CAMERA_QUARANTINED(true),
    /**
     * Another camera saw the plate within half an hour, farther away than a car drives in that time. Which of the two is the
     * false one cannot be told, so both push: a forged sighting must not silence a genuine one.
     */
    DISTANT_SIGHTINGS(false),
    /** The camera read the plate itself and sent no picture: nobody can compare anything. */
    NO_PICTURE(true);

    private final boolean silencing;

    Caution(boolean silencing) {
        this.silencing = silencing;
    }

    /** Whether such a hit is advisory, however well it matches. */
    public boolean isSilencing() {
        return silencing;
    }

    public static Optional<Caution> parse(String word) {
        return Coded.find(values(), word);
    }
}
