package passby.aws.dynamodb;

import java.util.List;
import passby.core.capture.Position;
import passby.core.picture.Box;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.Engine;

/** Values that items of several tables hold, format version 1. Each side of a pair reads what the other writes. */
public final class SharedFormats {
    private SharedFormats() {}

    public static Item write(Position position) {
        return Item.part().decimal("latitude", position.latitude()).decimal("longitude", position.longitude());
    }

    public static Position position(StoredItem part) {
        return new Position(part.decimal("latitude"), part.decimal("longitude"));
    }

    public static Item write(Engine engine) {
        return Item.part().string("name", engine.name()).string("version", engine.version());
    }

    public static Engine engine(StoredItem part) {
        return new Engine(part.string("name"), part.string("version"));
    }

    /** An unknown state is a part without a code. */
    public static Item write(IssuingState state) {
        return switch (state) {
            case IssuingState.Issued(var code, var confidence) ->
                Item.part().string("code", code).decimal("confidence", confidence.value());
            case IssuingState.Unknown() -> Item.part();
        };
    }

    public static IssuingState state(StoredItem part) {
        return part.has("code")
                ? new IssuingState.Issued(part.string("code"), new Confidence(part.decimal("confidence")))
                : IssuingState.UNKNOWN;
    }

    public static Item write(StoredCrops crops) {
        return Item.part().part("plate", write(crops.plate())).part("vehicle", write(crops.vehicle()));
    }

    public static StoredCrops crops(StoredItem part) {
        return new StoredCrops(crop(part.part("plate")), crop(part.part("vehicle")));
    }

    private static Item write(StoredCrop crop) {
        var box = crop.box();
        return Item.part()
                .string("key", crop.key())
                .string("sha256", crop.sha256())
                .decimals("box", List.of(box.left(), box.top(), box.width(), box.height()));
    }

    private static StoredCrop crop(StoredItem part) {
        var box = part.decimals("box");
        return new StoredCrop(
                part.string("key"), part.string("sha256"), new Box(box.get(0), box.get(1), box.get(2), box.get(3)));
    }
}
