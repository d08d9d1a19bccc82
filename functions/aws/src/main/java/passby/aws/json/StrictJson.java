package passby.aws.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a stranger's JSON object into texts, {@link BigDecimal}s, truths, lists and maps, and refuses whatever two readers
 * could understand differently: a name that stands twice, something after the end, half a character, null, numbers beyond
 * all sense. (RFC 8259, RFC 7493)
 */
public final class StrictJson {
    /** Of what a stranger may send us to read, in UTF-8. */
    public static final int MAX_BYTES = 256 << 10;

    static final int MAX_DEPTH = 8;
    static final int MAX_DIGITS = 30;

    /** Of the smallest double, 4.9e-324, with all digits that a printed double has. */
    private static final int SMALLEST_SCALE = 350;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(4 * MAX_DIGITS)
                    .maxStringLength(MAX_BYTES)
                    .build())
            .build();

    /** What came of it. */
    public sealed interface Parsed {
        record Members(Map<String, Object> members) implements Parsed {}

        /** @param detail what was expected; never what came */
        record Malformed(String detail) implements Parsed {}
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String detail) {
            super(detail, null, false, false);
        }
    }

    private StrictJson() {}

    /** @param body at most {@link #MAX_BYTES} bytes of UTF-8 */
    public static Parsed parse(byte[] body) {
        if (body.length > MAX_BYTES) {
            return new Parsed.Malformed("At most " + MAX_BYTES + " bytes.");
        }
        try (var parser = FACTORY.createParser(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Parsed.Malformed("One JSON object is expected.");
            }
            var members = object(parser);
            return parser.nextToken() == null
                    ? new Parsed.Members(members)
                    : new Parsed.Malformed("Nothing may follow the object.");
        } catch (CharacterCodingException e) {
            return new Parsed.Malformed("The body must be UTF-8.");
        } catch (JsonProcessingException e) {
            return new Parsed.Malformed("The body is not JSON, or is nested deeper than " + MAX_DEPTH + " levels.");
        } catch (Refusal e) {
            return new Parsed.Malformed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = whole(parser.currentName());
            parser.nextToken();
            if (members.put(name, value(parser)) != null) {
                throw new Refusal("A name may stand only once in an object.");
            }
        }
        return members;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        var elements = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> whole(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> throw new Refusal("Null is no value: leave the field out.");
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new Refusal("The body is not JSON.");
        };
    }

    /**
     * An exponent could make a short text a number of a billion digits: a number has at most {@value #MAX_DIGITS} digits in
     * front of its point. Behind it, what a double can hold (RFC 7493, 2.2) is rounded to as many, away from zero, so that
     * nothing becomes a whole number.
     */
    private static BigDecimal number(JsonParser parser) throws IOException {
        var number = parser.getDecimalValue();
        if ((long) number.precision() - number.scale() > MAX_DIGITS || number.scale() > SMALLEST_SCALE) {
            throw new Refusal("A number has at most " + MAX_DIGITS + " digits in front of its point, and no exponent"
                    + " that a double cannot hold.");
        }
        return number.scale() > MAX_DIGITS ? number.setScale(MAX_DIGITS, RoundingMode.UP) : number;
    }

    private static String whole(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                var paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    throw new Refusal("Half a character (an unpaired surrogate) stands in a text.");
                }
                i++;
            }
        }
        return text;
    }
}
