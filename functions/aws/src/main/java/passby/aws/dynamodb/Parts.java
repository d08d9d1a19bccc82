package passby.aws.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Position;
import passby.core.picture.Box;
import passby.core.picture.StoredCrop;
import passby.core.picture.StoredCrops;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;
import passby.core.recognition.Engine;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;

/** Records that items of several tables hold. */
public final class Parts {
    private Parts() {}

    public static AttributeConverter<Position> position() {
        return Converters.part(SchemaBuilder.part("position", Position.class)
                .with("latitude", Converters.decimal(), Position::latitude)
                .with("longitude", Converters.decimal(), Position::longitude)
                .build(values ->
                        new Position(values.get("latitude", Double.class), values.get("longitude", Double.class))));
    }

    public static AttributeConverter<Engine> engine() {
        return Converters.part(SchemaBuilder.part("engine", Engine.class)
                .string("name", Engine::name)
                .string("version", Engine::version)
                .build(values -> new Engine(values.string("name"), values.string("version"))));
    }

    /** An unknown state is a part without a code. */
    public static AttributeConverter<IssuingState> state() {
        return Converters.part(SchemaBuilder.part("state", IssuingState.class)
                .string("code", state -> state instanceof IssuingState.Issued issued ? issued.code() : null)
                .with(
                        "confidence",
                        Converters.confidence(),
                        state -> state instanceof IssuingState.Issued issued ? issued.confidence() : null)
                .build(values -> values.has("code")
                        ? values.parse(
                                "code",
                                code -> new IssuingState.Issued(code, values.get("confidence", Confidence.class)))
                        : IssuingState.UNKNOWN));
    }

    /** A vehicle's colour where it was told, as {@link #told} answers it. */
    public static AttributeConverter<VehicleColour.Seen> colour() {
        return Converters.part(SchemaBuilder.part("colour", VehicleColour.Seen.class)
                .string("name", colour -> colour.name().code())
                .with("confidence", Converters.confidence(), VehicleColour.Seen::confidence)
                .build(values -> values.parse(
                        "name",
                        code -> new VehicleColour.Seen(
                                VehicleColour.Name.parse(code)
                                        .orElseThrow(() -> new IllegalArgumentException("no colour of ours")),
                                values.get("confidence", Confidence.class)))));
    }

    /** Null where it was not told, as in rows from before colours were stored. */
    public static VehicleColour.@Nullable Seen told(VehicleColour colour) {
        return switch (colour) {
            case VehicleColour.Seen seen -> seen;
            case VehicleColour.Unknown() -> null;
        };
    }

    public static VehicleColour colour(Values values, String name) {
        var told = values.find(name, VehicleColour.Seen.class);
        return told == null ? VehicleColour.UNKNOWN : told;
    }

    public static AttributeConverter<StoredCrops> crops() {
        var crop = crop();
        return Converters.part(SchemaBuilder.part("pictures", StoredCrops.class)
                .with("plate", crop, StoredCrops::plate)
                .with("vehicle", crop, StoredCrops::vehicle)
                .with("others", Converters.list(Converters.box()), StoredCrops::others)
                .build(values -> new StoredCrops(
                        values.get("plate", StoredCrop.class),
                        values.get("vehicle", StoredCrop.class),
                        values.has("others") ? values.list("others", Box.class) : List.of())));
    }

    private static AttributeConverter<StoredCrop> crop() {
        return Converters.part(SchemaBuilder.part("crop", StoredCrop.class)
                .string("key", StoredCrop::key)
                .string("sha256", StoredCrop::sha256)
                .with("box", Converters.box(), StoredCrop::box)
                .build(values ->
                        new StoredCrop(values.string("key"), values.string("sha256"), values.get("box", Box.class))));
    }
}
