package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.plate.Plate;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class SchemaBuilderTest {
    private static final AttributeValue ONE = AttributeValue.fromN("1");
    private static final TableSchema<Thing> THINGS = schema(1, thing -> 1);

    private static TableSchema<Thing> schema(int newest, Function<Thing, Integer> version) {
        return SchemaBuilder.row(Tables.CAMERAS, "thing", newest, Thing.class, version)
                .keys(thing -> Tables.CAMERAS.key(thing.id()))
                .with("plate", Converters.plate(), Thing::plate)
                .instant("at", Thing::at)
                .with("decimals", Converters.list(Converters.decimal()), Thing::decimals)
                .strings("set", Thing::set)
                .build(values -> new Thing(
                        values.string("cameraId"),
                        values.get("plate", Plate.class),
                        values.find("at", Instant.class),
                        values.list("decimals", Double.class),
                        values.strings("set")));
    }

    private record Thing(String id, Plate plate, @Nullable Instant at, List<Double> decimals, Set<String> set) {}

    private static Map<String, AttributeValue> stored() {
        var thing = new Thing("", new Plate("8TST417"), null, List.of(), Set.of());
        return new HashMap<>(THINGS.itemToMap(thing, true));
    }

    @Test
    void whatIsWrittenIsRead() {
        var at = Instant.parse("2026-11-23T12:00:00.123456789Z");
        var thing = new Thing("id", new Plate("8TST417"), at, List.of(0.1, 1e-9, 1.0), Set.of("b", "a"));

        assertThat(THINGS.mapToItem(THINGS.itemToMap(thing, true))).isEqualTo(thing);
    }

    @Test
    void whatIsNotThereIsNoAttributeAndNoNull() {
        assertThat(stored())
                .isEqualTo(Map.of(
                        "v",
                        ONE,
                        "cameraId",
                        AttributeValue.fromS(""),
                        "plate",
                        AttributeValue.fromS("8TST417"),
                        "decimals",
                        AttributeValue.fromL(List.of())));
        assertThat(THINGS.mapToItem(stored()).at()).isNull();
        assertThat(THINGS.mapToItem(stored()).set()).isEmpty();
    }

    @Test
    void whatMustBeThereIsMissedByItsName() {
        for (var name : List.of("v", "cameraId", "plate", "decimals")) {
            var without = stored();
            without.remove(name);

            assertThatThrownBy(() -> THINGS.mapToItem(without))
                    .isInstanceOf(UnreadableItem.class)
                    .hasMessage("a stored thing has no " + name);
        }
    }

    @Test
    void anUnknownVersionIsNotGuessedAt() {
        var other = stored();
        other.put("v", AttributeValue.fromN("2"));
        // What another version would make of it is nobody's business: the version comes first.
        other.put("plate", ONE);

        assertThatThrownBy(() -> THINGS.mapToItem(other))
                .isInstanceOf(UnreadableItem.class)
                .hasMessage("a stored thing has another format version than 1");
        other.put("v", AttributeValue.fromN("3"));
        assertThatThrownBy(() -> schema(2, thing -> 2).mapToItem(other))
                .isInstanceOf(UnreadableItem.class)
                .hasMessage("a stored thing has a format version that is none of 1 to 2");
    }

    @Test
    void aComplaintNeverRepeatsTheValue() {
        for (var value : List.of(AttributeValue.fromS("8tst417"), AttributeValue.fromN("8"))) {
            var wrong = stored();
            wrong.put("plate", value);

            assertThatThrownBy(() -> THINGS.mapToItem(wrong))
                    .isInstanceOf(UnreadableItem.class)
                    .hasMessage("a stored thing has no valid plate")
                    .hasNoCause();
        }
    }

    /** Probabilities of long texts multiply to numbers that DynamoDB does not take. */
    @Test
    void aNumberTooSmallForDynamoDbIsStoredAsZero() {
        assertThat(Converters.decimal().transformFrom(1e-200)).isEqualTo(AttributeValue.fromN("0"));
    }
}
