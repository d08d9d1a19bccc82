package passby.core.transparency;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.CanonicalJsonReader;

/** What is known of one thing, by name, as canonical JSON has it: texts, whole numbers, truth values and facts in facts. */
final class Facts {
    private final TreeMap<String, Object> values = new TreeMap<>();

    Facts() {}

    private Facts(Map<?, ?> values) {
        values.forEach((name, value) -> this.values.put(name.toString(), value));
    }

    /** Of a text that is canonical JSON; nothing is known when it is no object. */
    static Facts parse(String json) {
        return of(CanonicalJsonReader.parse(json));
    }

    static Facts of(@Nullable Object json) {
        return json instanceof Map<?, ?> values ? new Facts(values) : new Facts();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty when nothing is known under this name. */
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** 0 when nothing is known under this name. */
    long number(String name) {
        return values.get(name) instanceof Long number ? number : 0;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Facts facts(String name) {
        return of(values.get(name));
    }

    /** The whole numbers among the values, by name. */
    Map<String, Long> numbers() {
        return values.entrySet().stream()
                .filter(value -> value.getValue() instanceof Long)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> (Long) value.getValue(), (one, _) -> one, TreeMap::new));
    }

    long sum() {
        return numbers().values().stream().mapToLong(Long::longValue).sum();
    }

    void put(String name, String text) {
        values.put(name, text);
    }

    void put(String name, long number) {
        values.put(name, number);
    }

    void put(String name, boolean truth) {
        values.put(name, truth);
    }

    void put(String name, Facts facts) {
        values.put(name, facts.json());
    }

    /** The same under the same name, when the other knows it. */
    void copy(Facts other, Collection<String> names) {
        names.stream().filter(other::has).forEach(name -> values.put(name, other.values.get(name)));
    }

    void count(String name) {
        put(name, number(name) + 1);
    }

    /** What {@link passby.core.ledger.CanonicalJson} writes. */
    Map<String, Object> json() {
        return Map.copyOf(values);
    }
}
