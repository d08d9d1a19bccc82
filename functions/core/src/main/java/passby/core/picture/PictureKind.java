package passby.core.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of a read's pictures is asked for. */
public enum PictureKind {
    PLATE,
    VEHICLE;

    public StoredCrop of(StoredCrops crops) {
        return switch (this) {
            case PLATE -> crops.plate();
            case VEHICLE -> crops.vehicle();
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PictureKind> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
