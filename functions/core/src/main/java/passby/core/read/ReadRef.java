package passby.core.read;

import java.time.Instant;
import passby.core.plate.PlateKey;

/** The full key of a read. Never leaves the core: answers carry the read id alone. */
public record ReadRef(PlateKey plateKey, Instant capturedAt, String readId) {
    public static ReadRef of(Read read) {
        return new ReadRef(read.plateKey(), read.capturedAt(), read.readId());
    }
}
