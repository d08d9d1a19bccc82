package passby.aws.dynamodb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One row as a test looks at it, past every schema. What is missing or of another kind is an {@link UnreadableItem}. */
public final class StoredItem {
    static final String VERSION = "v";

    private final String what;
    private final Map<String, AttributeValue> attributes;

    private StoredItem(String what, Map<String, AttributeValue> attributes) {
        this.what = what;
        this.attributes = attributes;
    }

    /**
     * @param what for the message when it cannot be read, such as {@code read}
     * @param version the only one that the caller understands
     */
    public static StoredItem of(String what, int version, Map<String, AttributeValue> attributes) {
        var item = new StoredItem(what, attributes);
        if (item.longValue(VERSION) != version) {
            throw new UnreadableItem(what, "has another format version than " + version);
        }
        return item;
    }

    /** What an index holds of an item: keys, and no version. */
    public static StoredItem part(String what, Map<String, AttributeValue> attributes) {
        return new StoredItem(what, attributes);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public String string(String name) {
        return optionalString(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optionalString(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    public long longValue(String name) {
        return number(name, Long::parseLong);
    }

    public int intValue(String name) {
        return number(name, Integer::parseInt);
    }

    public double decimal(String name) {
        return number(name, Double::parseDouble);
    }

    public boolean bool(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(AttributeValue::bool)
                .orElseThrow(() -> missing(name));
    }

    public Instant instant(String name) {
        return parse(name, string(name), Instant::parse);
    }

    /** A word of a closed list. */
    public <T> T code(String name, Function<String, T> parse) {
        return parse(name, string(name), parse);
    }

    public StoredItem part(String name) {
        var value = Optional.ofNullable(attributes.get(name)).filter(AttributeValue::hasM);
        return new StoredItem(
                what + "." + name, value.orElseThrow(() -> missing(name)).m());
    }

    public List<String> strings(String name) {
        return list(name).stream().map(AttributeValue::s).toList();
    }

    /** Empty without the attribute: DynamoDB stores no empty set. */
    public Set<String> textSet(String name) {
        var value = attributes.get(name);
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    private List<AttributeValue> list(String name) {
        return Optional.ofNullable(attributes.get(name))
                .filter(AttributeValue::hasL)
                .orElseThrow(() -> missing(name))
                .l();
    }

    private <T> T number(String name, Function<String, T> parse) {
        var value = Optional.ofNullable(attributes.get(name)).map(AttributeValue::n);
        return parse(name, value.orElseThrow(() -> missing(name)), parse);
    }

    private <T> T parse(String name, String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            // Without its cause: that would quote the value.
            throw new UnreadableItem(what, "has no valid " + name);
        }
    }

    private UnreadableItem missing(String name) {
        return new UnreadableItem(what, "has no " + name);
    }
}
