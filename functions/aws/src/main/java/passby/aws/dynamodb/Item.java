package passby.aws.dynamodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes one item, or one map inside an item, field by field. Not thread-safe. */
public final class Item {
    /** Below this DynamoDB takes no number but zero. */
    private static final double SMALLEST = 1e-120;

    private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

    private Item() {}

    /** @param version of the format, so that a reader of another one does not guess */
    public static Item of(int version) {
        return new Item().longValue(StoredItem.VERSION, version);
    }

    /** A map inside an item: its format is that of the item. */
    public static Item part() {
        return new Item();
    }

    public Item keys(Map<String, AttributeValue> key) {
        attributes.putAll(key);
        return this;
    }

    public Item string(String name, String value) {
        return put(name, AttributeValue.fromS(value));
    }

    /** Nothing at all for null. */
    public Item optionalString(String name, @Nullable String value) {
        return value == null ? this : string(name, value);
    }

    public Item longValue(String name, long value) {
        return put(name, AttributeValue.fromN(Long.toString(value)));
    }

    public Item decimal(String name, double value) {
        var stored = Math.abs(value) < SMALLEST ? BigDecimal.ZERO : BigDecimal.valueOf(value);
        return put(name, AttributeValue.fromN(stored.toString()));
    }

    public Item decimals(String name, List<Double> values) {
        var numbers = values.stream()
                .map(value -> part().decimal("n", value).attributes.get("n"));
        return put(name, AttributeValue.fromL(List.copyOf(numbers.toList())));
    }

    public Item bool(String name, boolean value) {
        return put(name, AttributeValue.fromBool(value));
    }

    public Item bytes(String name, SdkBytes value) {
        return put(name, AttributeValue.fromB(value));
    }

    /** To the nanosecond, in ISO 8601. */
    public Item instant(String name, Instant value) {
        return string(name, value.toString());
    }

    public Item optionalInstant(String name, @Nullable Instant value) {
        return value == null ? this : instant(name, value);
    }

    public Item part(String name, Item value) {
        return put(name, AttributeValue.fromM(value.attributes()));
    }

    public Item parts(String name, List<Item> values) {
        return put(
                name,
                AttributeValue.fromL(values.stream()
                        .map(value -> AttributeValue.fromM(value.attributes()))
                        .toList()));
    }

    public Item strings(String name, List<String> values) {
        return put(
                name,
                AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
    }

    /** A set that DynamoDB itself can add to. It stores no empty one: then there is no attribute. */
    public Item textSet(String name, Collection<String> values) {
        return values.isEmpty() ? this : put(name, AttributeValue.fromSs(List.copyOf(values)));
    }

    /** When DynamoDB deletes the row by itself. */
    public Item timeToLive(Instant at) {
        return longValue(Tables.TIME_TO_LIVE, at.getEpochSecond());
    }

    public Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }

    private Item put(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }
}
