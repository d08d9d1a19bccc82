package passby.core.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;

/**
 * What a person says that a read shows. The read keeps what the reader said of it; a correction is answered beside it. (product.md, B3)
 *
 * @param correctionId a ULID
 * @param plateKey of the plate below
 * @param plate that the person sees on the picture; that of the read when only its state is corrected
 * @param state two letters, or null when the read's own stands
 * @param reason in the person's words
 * @param personId who says so
 * @param at when
 * @param entryId of the entry that was committed with it
 */
public record Correction(
        String correctionId,
        PlateKey plateKey,
        Plate plate,
        @Nullable String state,
        String reason,
        String personId,
        Instant at,
        String entryId) {}
