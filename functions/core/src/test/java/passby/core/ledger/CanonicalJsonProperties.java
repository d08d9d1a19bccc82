package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CanonicalJsonProperties {
    @Provide
    Arbitrary<Object> values() {
        return value(3);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(8)
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    private static Arbitrary<Object> value(int depth) {
        var leaf = Arbitraries.oneOf(
                texts().map(text -> (Object) text),
                Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).map(number -> (Object) number),
                Arbitraries.of(true, false).map(truth -> (Object) truth));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Object> inner = value(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                inner.list().ofMaxSize(4).map(list -> (Object) list),
                Arbitraries.maps(texts(), inner).ofMaxSize(4).map(map -> (Object) map));
    }

    @Property
    void whatIsWrittenReadsBackAsItWas(@ForAll("values") Object value) {
        assertThat(new StrictReader(CanonicalJson.write(value)).whole()).isEqualTo(value);
    }

    @Property
    void theOrderOfAMapMakesNoDifference(@ForAll("values") Object value) {
        assertThat(CanonicalJson.write(turned(value))).isEqualTo(CanonicalJson.write(value));
    }

    private static Object turned(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(one -> turned(one)).toList();
            case Map<?, ?> map -> {
                var keys = new ArrayList<Object>(map.keySet());
                Collections.reverse(keys);
                var turned = new LinkedHashMap<Object, Object>();
                keys.forEach(key -> map.forEach((k, v) -> {
                    if (k.equals(key)) {
                        turned.put(k, turned(v));
                    }
                }));
                yield turned;
            }
            default -> value;
        };
    }

    /** Reads what {@link CanonicalJson} writes, and nothing else: no white space, no number but a whole one. */
    private static final class StrictReader {
        private final String json;
        private int at;

        StrictReader(String json) {
            this.json = json;
        }

        Object whole() {
            var value = value();
            assertThat(at).isEqualTo(json.length());
            return value;
        }

        private Object value() {
            return switch (json.charAt(at)) {
                case '"' -> text();
                case '[' -> list();
                case '{' -> map();
                case 't' -> literal("true", true);
                case 'f' -> literal("false", false);
                default -> number();
            };
        }

        private Object literal(String word, Object value) {
            assertThat(json.startsWith(word, at)).isTrue();
            at += word.length();
            return value;
        }

        private Long number() {
            var from = at;
            while (at < json.length() && "-0123456789".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
            return Long.valueOf(json.substring(from, at));
        }

        private List<Object> list() {
            var list = new ArrayList<>();
            at++;
            while (json.charAt(at) != ']') {
                list.add(value());
                at += json.charAt(at) == ',' ? 1 : 0;
            }
            at++;
            return list;
        }

        private Map<String, Object> map() {
            var map = new LinkedHashMap<String, Object>();
            at++;
            while (json.charAt(at) != '}') {
                var key = text();
                assertThat(json.charAt(at++)).isEqualTo(':');
                map.put(key, value());
                at += json.charAt(at) == ',' ? 1 : 0;
            }
            at++;
            return map;
        }

        private String text() {
            var text = new StringBuilder();
            for (at++; json.charAt(at) != '"'; at++) {
                text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
            }
            at++;
            return text.toString();
        }

        private char escaped() {
            var c = json.charAt(++at);
            if (c == 'u') {
                at += 4;
                return (char) Integer.parseInt(json.substring(at - 3, at + 1), 16);
            }
            var escape = "bfnrt".indexOf(c);
            return escape < 0 ? c : "\b\f\n\r\t".charAt(escape);
        }
    }
}
