package passby.local.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request in AWS's query protocol: an HTML form whose lists are numbered names. */
record QueryForm(Map<String, String> fields) {
    static QueryForm parse(String body) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new QueryForm(fields);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The field, or the empty string. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** {@code MessageAttributes.entry.N.Name} with {@code …Value.StringValue}, for N from 1 without a gap. */
    Map<String, String> stringAttributes() {
        var attributes = new LinkedHashMap<String, String>();
        for (int n = 1; fields.containsKey("MessageAttributes.entry." + n + ".Name"); n++) {
            var entry = "MessageAttributes.entry." + n;
            attributes.put(field(entry + ".Name"), field(entry + ".Value.StringValue"));
        }
        return attributes;
    }
}
