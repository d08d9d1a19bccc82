package passby.core.transparency;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Facts of several things by their keys, in the order of the keys. */
final class FactTable {
    private final TreeMap<String, Facts> rows = new TreeMap<>();

    static FactTable of(Facts state) {
        var table = new FactTable();
        state.json().forEach((key, facts) -> table.rows.put(key, Facts.of(facts)));
        return table;
    }

    /** Of that key, which is new when it was not there. */
    Facts row(String key) {
        return rows.computeIfAbsent(key, _ -> new Facts());
    }

    boolean has(String key) {
        return rows.containsKey(key);
    }

    SequencedMap<String, Facts> rows() {
        return Collections.unmodifiableSequencedMap(rows);
    }

    Map<String, Object> json() {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().json()));
    }
}
