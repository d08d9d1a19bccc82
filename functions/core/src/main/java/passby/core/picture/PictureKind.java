package passby.core.picture;

import java.util.Optional;
import passby.core.id.Coded;

/** Which of a read's pictures is asked for. */
public enum PictureKind implements Coded {
    PLATE,
    VEHICLE;

    public StoredCrop of(StoredCrops crops) {
        return switch (this) {
            case PLATE -> crops.plate();
            case VEHICLE -> crops.vehicle();
        };
    }

    public static Optional<PictureKind> parse(String code) {
        return Coded.find(values(), code);
    }
}
