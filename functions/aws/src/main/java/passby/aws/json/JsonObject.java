package passby.aws.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Accepted;

/**
 * A JSON object on its way out, its members in the order in which they were added. Members are texts, whole and decimal
 * numbers, truths, instants (RFC 3339), objects, lists of these, and null where the document says so.
 */
public final class JsonObject {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    public JsonObject with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds what proves later that the ledger has this. */
    public JsonObject with(Accepted accepted) {
        return with("entryId", accepted.entryId()).with("leafHash", accepted.leafHash());
    }

    /** Adds every member of the other object behind its own. */
    public JsonObject with(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    public String string() {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            write(generator, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(text);
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case Instant instant -> generator.writeString(instant.toString());
            case List<?> list -> write(generator, list);
            case JsonObject object -> write(generator, object);
            default -> throw new IllegalArgumentException("not for JSON: " + value.getClass());
        }
    }

    private static void write(JsonGenerator generator, List<?> list) throws IOException {
        generator.writeStartArray();
        for (var element : list) {
            write(generator, element);
        }
        generator.writeEndArray();
    }

    private static void write(JsonGenerator generator, JsonObject object) throws IOException {
        generator.writeStartObject();
        for (var member : object.members.entrySet()) {
            generator.writeFieldName(member.getKey());
            write(generator, member.getValue());
        }
        generator.writeEndObject();
    }
}
