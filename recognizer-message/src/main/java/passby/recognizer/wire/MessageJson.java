package passby.recognizer.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.picture.FrameLimits;

/**
 * JSON as maps, lists, strings, {@link Integer}s, {@link Double}s, booleans and nulls, parsed within the bounds of a message.
 * By the streaming parser alone: binding by reflection would cost a cold start a third of a second. Thread-safe.
 */
final class MessageJson {
    /** Lambda's limit for a synchronous answer. */
    private static final int MAX_BYTES = 6 << 20;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxDocumentLength(MAX_BYTES)
                    .maxNumberLength(40)
                    .maxStringLength(2 * FrameLimits.MAX_CROP_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @param members names and values by turns, written in this order */
    static Map<String, @Nullable Object> object(@Nullable Object... members) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < members.length; i += 2) {
            object.put(String.valueOf(members[i]), members[i + 1]);
        }
        return object;
    }

    /** @throws MalformedMessage for what is not exactly one JSON value within the bounds */
    @Nullable
    Object parse(byte[] bytes) {
        try (var parser = factory.createParser(bytes)) {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() == null) {
                return value;
            }
        } catch (IOException e) {
            // Bytes that look like UTF-32 and are not make an IOException of another kind than bad JSON does.
        }
        throw new MalformedMessage("not JSON within the bounds");
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null -> throw new MalformedMessage("not JSON within the bounds");
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new MalformedMessage("not JSON within the bounds");
        };
    }

    private static Number integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> parser.getIntValue();
            case LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> parser.getDoubleValue();
        };
    }

    private static Map<String, @Nullable Object> members(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> elements(JsonParser parser) throws IOException {
        var elements = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    byte[] write(Map<String, @Nullable Object> object) {
        var bytes = new ByteArrayOutputStream();
        try (var generator = factory.createGenerator(bytes)) {
            write(generator, object);
        } catch (IOException e) {
            throw new IllegalStateException("not for JSON", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(text);
            case Integer number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case List<?> elements -> {
                generator.writeStartArray();
                for (var element : elements) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            case Map<?, ?> members -> {
                generator.writeStartObject();
                for (var member : members.entrySet()) {
                    generator.writeFieldName(String.valueOf(member.getKey()));
                    write(generator, member.getValue());
                }
                generator.writeEndObject();
            }
            default -> throw new IllegalArgumentException("not for a message: " + value.getClass());
        }
    }
}
