package passby.core.picture;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a frame for one read.
 *
 * @param plate the plate alone
 * @param vehicle the plate with the vehicle around it
 * @param others where in the frame other plates were seen: an export masks them
 */
public record StoredCrops(StoredCrop plate, StoredCrop vehicle, List<Box> others) {
    public StoredCrops {
        others = List.copyOf(others);
    }

    /** Of the objects that hold them: one, or two of earlier versions. */
    public List<String> keys() {
        return Stream.of(plate.key(), vehicle.key()).distinct().toList();
    }
}
