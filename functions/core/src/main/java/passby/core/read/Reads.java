package passby.core.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.plate.PlateKey;

/** Stored reads. They are written with their frame. */
public interface Reads {
    /**
     * @param reads oldest first
     * @param next where the next page begins, or null at the end
     */
    record Page(List<Read> reads, @Nullable ReadRef next) {
        public Page {
            reads = List.copyOf(reads);
        }
    }

    Optional<Read> find(ReadRef ref);

    /**
     * Reads under that key captured in {@code [from, to)}, oldest first.
     *
     * @param after the last read of the page before, or null for the first page
     * @param limit 1 to 500
     */
    Page byPlate(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit);

    /**
     * Of the first {@code limit} reads under that key captured in {@code [from, to)}, those of other cameras.
     *
     * @param limit 1 to 500
     */
    List<Read> byPlateElsewhere(PlateKey key, Instant from, Instant to, String cameraId, int limit);

    /**
     * Where the reads of that camera lie that were captured in {@code [from, to)}, oldest first. Those of the last second may be
     * missing, and deleted ones still named.
     *
     * @param from to the millisecond, as is {@code to}
     * @param after the last read of the page before, of whichever camera, or null for the first page
     * @param limit 1 to 501
     */
    List<ReadRef> byCamera(String cameraId, Instant from, Instant to, @Nullable ReadRef after, int limit);
}
