package passby.aws.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the JSON of AWS's own events into texts, {@link java.math.BigDecimal}s, truths, lists and maps, without reflection,
 * which would cost a third of a second at each cold start. Lenient as a reader of AWS's words must be: a null is as if it
 * were not there. Strangers' words are read by {@link passby.aws.json.StrictJson}.
 */
public final class EventJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private EventJson() {}

    /** Empty for what is not exactly one JSON object. */
    public static Optional<Map<String, Object>> object(byte[] json) {
        try (var parser = FACTORY.createParser(json)) {
            return object(parser);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Map<String, Object>> object(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        var members = members(parser);
        return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                members.put(name, value(parser));
            }
        }
        return members;
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        var elements = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            // In a list, where its place counts.
            case VALUE_NULL -> Map.of();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value in JSON: " + parser.currentToken());
        };
    }

    /** The object with that name; an empty one where there is none. */
    public static Map<String, Object> object(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof Map<?, ?> map ? asObject(map) : Map.of();
    }

    /** Names in JSON are always texts. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> asObject(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /** The text with that name; empty for anything else. */
    public static Optional<String> string(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The list with that name; empty for anything else. */
    public static List<?> list(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof List<?> list ? list : List.of();
    }
}
