package passby.core.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.picture.Box;
import passby.core.picture.CropFile;
import passby.core.picture.Jpeg;
import passby.core.picture.Pictures;
import passby.core.picture.PlateMask;
import passby.core.picture.StoredCrop;
import passby.core.read.Read;

/** Pictures of a read as somebody outside the city may see them: the plates of other cars are covered. */
public final class CoveredPictures {
    static final String PLATE = "plate.jpg";
    static final String VEHICLE = "vehicle.jpg";

    private final Pictures pictures;
    private final PlateMask mask;

    public CoveredPictures(Pictures pictures, PlateMask mask) {
        this.pictures = pictures;
        this.mask = mask;
    }

    /**
     * By name of file; what is not stored any more is left out. Empty while the recogniser is not there to cover plates.
     *
     * @throws IllegalStateException when a stored picture is not the one that was stored, or cannot be covered now or later
     */
    public Optional<Map<String, Jpeg>> find(Read read) {
        var found = new LinkedHashMap<String, Jpeg>();
        var crops = read.pictures();
        if (crops == null) {
            return Optional.of(found);
        }
        picture(crops.plate()).ifPresent(picture -> found.put(PLATE, picture));
        var vehicle = picture(crops.vehicle());
        if (vehicle.isEmpty()) {
            return Optional.of(found);
        }
        var others = EvidenceRead.others(crops);
        return (others.isEmpty() ? vehicle : covered(vehicle.get(), others)).map(shown -> {
            found.put(VEHICLE, shown);
            return found;
        });
    }

    private Optional<Jpeg> covered(Jpeg picture, List<Box> others) {
        return switch (mask.mask(picture, others)) {
            case PlateMask.Masked.Done(var masked) -> Optional.of(masked);
            case PlateMask.Masked.Unavailable _ -> Optional.empty();
            case PlateMask.Masked.Rejected(var reason) ->
                throw new IllegalStateException("a stored picture cannot be masked: " + reason);
        };
    }

    private Optional<Jpeg> picture(StoredCrop crop) {
        return CropFile.find(pictures, crop).map(jpeg -> {
            if (!jpeg.sha256().equals(crop.sha256())) {
                throw new IllegalStateException("a stored picture is not the one that was stored");
            }
            return jpeg;
        });
    }
}
