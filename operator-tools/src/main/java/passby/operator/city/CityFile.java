package passby.operator.city;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The lines of a city's properties file (java.util.Properties, in UTF-8).
 *
 * @param values by name, without those that are empty
 * @param repeated names that stand there more than once: which one was meant, nobody knows
 */
record CityFile(Map<String, String> values, List<String> repeated) {
    CityFile {
        values = Map.copyOf(values);
        repeated = List.copyOf(repeated);
    }

    /** @throws IllegalArgumentException when an escape in it is malformed */
    static CityFile read(Reader reader) throws IOException {
        var lines = new Lines();
        lines.load(reader);
        return new CityFile(lines.values, lines.repeated);
    }

    /** Properties that notice a second value. */
    private static final class Lines extends Properties {
        private static final long serialVersionUID = 1;

        private final transient Map<String, String> values = new LinkedHashMap<>();
        private final transient List<String> repeated = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            var name = (String) key;
            var text = ((String) value).strip();
            if (values.containsKey(name)) {
                repeated.add(name);
            }
            if (!text.isEmpty()) {
                values.put(name, text);
            }
            return super.put(key, value);
        }
    }
}
