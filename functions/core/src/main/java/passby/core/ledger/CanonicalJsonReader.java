package passby.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parses exactly what {@link CanonicalJson} writes and nothing else: one text for each value, so that what was hashed is what is
 * read. Answers maps in key order, lists, strings, booleans and longs.
 */
public final class CanonicalJsonReader {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_DIGITS = 16;
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
    private static final String ESCAPED = "\"\\bfnrt";
    private static final String UNESCAPED = "\"\\\b\f\n\r\t";

    private final String text;
    private int at;

    private CanonicalJsonReader(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException naming the place, never the text, when it is not canonical JSON */
    public static Object parse(String text) {
        var reader = new CanonicalJsonReader(text);
        var value = reader.value(0);
        if (reader.at < text.length()) {
            throw reader.malformed("something stands behind the value");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("too deep");
        }
        return switch (peek()) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            default -> number();
        };
    }

    private Map<String, Object> map(int depth) {
        var map = new TreeMap<String, Object>();
        at++;
        if (peek() == '}') {
            at++;
            return map;
        }
        var last = "";
        do {
            var key = string();
            if (!map.isEmpty() && key.compareTo(last) <= 0) {
                throw malformed("keys are not in order");
            }
            expect(':');
            map.put(key, value(depth + 1));
            last = key;
        } while (continues('}'));
        return map;
    }

    private List<Object> list(int depth) {
        var list = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return list;
        }
        do {
            list.add(value(depth + 1));
        } while (continues(']'));
        return list;
    }

    private boolean continues(char end) {
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(end);
        return false;
    }

    private String string() {
        expect('"');
        var from = at;
        while (at < text.length() && isAscii(text.charAt(at))) {
            at++;
        }
        if (peek() == '"') {
            return text.substring(from, at++);
        }
        var string = new StringBuilder(text.substring(from, at));
        while (peek() != '"') {
            string.append(peek() == '\\' ? escape() : plain());
        }
        at++;
        return requireWhole(string.toString());
    }

    private char plain() {
        var c = peek();
        if (!isPlain(c)) {
            throw malformed("a control character");
        }
        at++;
        return c;
    }

    /** Only the shortest form is right: a letter where there is one, else four small digits. */
    private char escape() {
        at++;
        var kind = peek();
        at++;
        var known = ESCAPED.indexOf(kind);
        if (known >= 0) {
            return UNESCAPED.charAt(known);
        }
        if (kind != 'u' || at + 4 > text.length() || !text.startsWith("00", at)) {
            throw malformed("an escape that is not the shortest");
        }
        var high = text.charAt(at + 2) - '0';
        var low = "0123456789abcdef".indexOf(text.charAt(at + 3));
        var c = (char) (high * 16 + low);
        if (high < 0 || high > 1 || low < 0 || UNESCAPED.indexOf(c) >= 0) {
            throw malformed("an escape that is not the shortest");
        }
        at += 4;
        return c;
    }

    private Object literal(String literal, boolean value) {
        if (!text.startsWith(literal, at)) {
            throw malformed("not a value");
        }
        at += literal.length();
        return value;
    }

    private Long number() {
        var from = at;
        if (peek() == '-') {
            at++;
        }
        var digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        var length = at - digits;
        if (length == 0 || length > MAX_DIGITS || (text.charAt(digits) == '0' && at - from > 1)) {
            throw malformed("not a whole number");
        }
        var number = Long.parseLong(text.substring(from, at));
        if (number > MAX_SAFE_INTEGER || number < -MAX_SAFE_INTEGER) {
            throw malformed("a number beyond 2^53");
        }
        return number;
    }

    private String requireWhole(String string) {
        for (var i = 0; i < string.length(); i++) {
            if (Character.isHighSurrogate(string.charAt(i))
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(string.charAt(i))) {
                throw malformed("half a character");
            }
        }
        return string;
    }

    /** Nearly every character of a ledger: it needs no second look. */
    private static boolean isAscii(char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed("something else is expected");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed("the text ends too early");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("not canonical JSON at character " + at + ": " + what);
    }
}
