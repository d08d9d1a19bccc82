package passby.infra.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** One template. */
public record SynthesizedStack(JsonNode template) {
    /** Every resource by its logical id. */
    public Stream<Entry<String, JsonNode>> resources() {
        return template.path("Resources").properties().stream();
    }

    /** Those of one type, by their logical ids. */
    public Map<String, JsonNode> ofType(String type) {
        var found = new LinkedHashMap<String, JsonNode>();
        resources()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .forEach(resource -> found.put(resource.getKey(), resource.getValue()));
        return found;
    }

    /** Properties of those of one type. */
    public Stream<JsonNode> properties(String type) {
        return ofType(type).values().stream().map(resource -> resource.path("Properties"));
    }

    /** Properties of the one whose property has that text. */
    public JsonNode properties(String type, String property, String text) {
        return properties(type)
                .filter(properties -> Values.text(properties.path(property)).equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " with " + property + " " + text));
    }

    public JsonNode resource(String logicalId) {
        return template.path("Resources").path(logicalId);
    }
}
