package passby.aws.dynamodb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an item until its record is made of it: the builder that the enhanced client fills. What is missing is an
 * {@link UnreadableItem}. Not thread-safe.
 */
public final class Values {
    private final String what;
    private final Map<String, Object> values = new HashMap<>();

    Values(String what) {
        this.what = what;
    }

    void set(String name, Object value) {
        values.put(name, value);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public <V> V get(String name, Class<V> type) {
        return present(name, find(name, type));
    }

    /** Null without the attribute. */
    public <V> @Nullable V find(String name, Class<V> type) {
        return type.cast(values.get(name));
    }

    public String string(String name) {
        return get(name, String.class);
    }

    public int integer(String name) {
        return get(name, Integer.class);
    }

    public long longValue(String name) {
        return get(name, Long.class);
    }

    public boolean bool(String name) {
        return get(name, Boolean.class);
    }

    public Instant instant(String name) {
        return get(name, Instant.class);
    }

    public <E> List<E> list(String name, Class<E> type) {
        List<?> found = get(name, List.class);
        return found.stream().map(type::cast).toList();
    }

    public <V> Map<String, V> map(String name, Class<V> type) {
        Map<?, ?> found = get(name, Map.class);
        return found.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> String.valueOf(entry.getKey()), entry -> type.cast(entry.getValue())));
    }

    /** Empty without the attribute: DynamoDB stores no empty set. */
    public Set<String> strings(String name) {
        var found = find(name, Strings.class);
        return found == null ? Set.of() : found.values();
    }

    /** A part of a key that has a form of its own. */
    public <V> V parse(String name, Function<String, V> parse) {
        try {
            return parse.apply(string(name));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Without its cause: that would quote the value.
            throw new UnreadableItem(what, "has no valid " + name);
        }
    }

    private <V> V present(String name, @Nullable V value) {
        if (value == null) {
            throw new UnreadableItem(what, "has no " + name);
        }
        return value;
    }
}
