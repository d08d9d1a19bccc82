package passby.core.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON as RFC 8785 does: keys in UTF-16 order, no white space, shortest escapes. Takes maps with string keys, lists,
 * strings, booleans, whole numbers up to 2^53 and decimals that every reader of JSON keeps exactly; nothing else goes into
 * hashed bytes.
 */
public final class CanonicalJson {
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private CanonicalJson() {}

    public static String write(Object value) {
        var json = new StringBuilder(256);
        append(json, value);
        return json.toString();
    }

    private static void append(StringBuilder json, Object value) {
        switch (value) {
            case String text -> appendText(json, text);
            case Boolean truth -> json.append(truth);
            case Integer number -> json.append(number);
            case Long number -> appendNumber(json, number);
            case BigDecimal number -> appendDecimal(json, number.stripTrailingZeros());
            case List<?> list -> appendList(json, list);
            case Map<?, ?> map -> appendMap(json, map);
            default -> throw new IllegalArgumentException("not for canonical JSON: " + value.getClass());
        }
    }

    private static void appendNumber(StringBuilder json, long number) {
        if (number > MAX_SAFE_INTEGER || number < -MAX_SAFE_INTEGER) {
            throw new IllegalArgumentException("beyond what every JSON reader keeps exactly");
        }
        json.append(number);
    }

    /** Of at most 15 digits and 6 decimals, a double's shortest form is the decimal itself, without an exponent. */
    private static void appendDecimal(StringBuilder json, BigDecimal number) {
        if (number.precision() > 15 || number.scale() > 6 || number.scale() < -6) {
            throw new IllegalArgumentException("beyond what every JSON reader keeps exactly");
        }
        json.append(number.toPlainString());
    }

    private static void appendList(StringBuilder json, List<?> list) {
        var separator = '[';
        for (var element : list) {
            json.append(separator);
            append(json, element);
            separator = ',';
        }
        json.append(list.isEmpty() ? "[]" : "]");
    }

    private static void appendMap(StringBuilder json, Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        var separator = '{';
        for (var member : sorted.entrySet()) {
            json.append(separator);
            appendText(json, member.getKey());
            json.append(':');
            append(json, member.getValue());
            separator = ',';
        }
        json.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> appendPlain(json, text, i);
            }
        }
        json.append('"');
    }

    private static void appendPlain(StringBuilder json, String text, int i) {
        var c = text.charAt(i);
        if (c < 0x20) {
            json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
            throw new IllegalArgumentException("half a character cannot be hashed");
        } else {
            json.append(c);
        }
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
