package passby.core.read;

import java.time.Instant;
import passby.core.plate.PlateKey;

/** The full key of a read. Never leaves the core: answers carry the read id alone. */
public record ReadRef(PlateKey plateKey, Instant capturedAt, String readId) {
    /** Stands between the read's id and the correction's where a read lies under a corrected plate. */
    public static final String CORRECTION = "#c#";

    public static ReadRef of(Read read) {
        return new ReadRef(read.plateKey(), read.capturedAt(), read.readId());
    }

    /** Where the read is found under the key of a corrected plate: {@code <readId>#c#<correctionId>} in the place of its id. */
    public static ReadRef of(Read read, Correction correction) {
        return new ReadRef(
                correction.plateKey(), read.capturedAt(), read.readId() + CORRECTION + correction.correctionId());
    }

    /** Where the read is found under that key, which is its own or that of a corrected plate. */
    public static ReadRef under(PlateKey key, Read read) {
        return read.correctedTo(key).map(correction -> of(read, correction)).orElseGet(() -> of(read));
    }
}
