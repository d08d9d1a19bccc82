package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785, as far as what we write allows them. */
final class CanonicalJsonTest {
    @Test
    void keysAreSortedByTheirUtf16Units() {
        var map = new LinkedHashMap<String, Object>();
        map.put("\u20ac", "Euro Sign");
        map.put("\r", "Carriage Return");
        map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        map.put("1", "One");
        map.put("\ud83d\ude00", "Emoji: Grinning Face");
        map.put("\u0080", "Control");
        map.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(map))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void textsHaveTheShortestEscapes() {
        assertThat(CanonicalJson.write("\u20ac$\u000f\nA'B\"\\\\\"/\u007f\b\f\r\t\u0000"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\\b\\f\\r\\t\\u0000\"");
    }

    @Test
    void literalsAndEmptyThingsAreAsShortAsCanBe() {
        assertThat(CanonicalJson.write(Map.of("a", List.of(true, false, 0, -7, List.of(), Map.of(), ""))))
                .isEqualTo("{\"a\":[true,false,0,-7,[],{},\"\"]}");
    }

    @Test
    void wholeNumbersGoAsFarAsEveryReaderKeepsThem() {
        assertThat(CanonicalJson.write((1L << 53) - 1)).isEqualTo("9007199254740991");
        assertThat(CanonicalJson.write(1 - (1L << 53))).isEqualTo("-9007199254740991");
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 53, -(1L << 53), Long.MAX_VALUE, Long.MIN_VALUE})
    void aNumberBeyondThatIsRefused(long number) {
        assertThatThrownBy(() -> CanonicalJson.write(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void halfACharacterIsRefused(String half) {
        assertThatThrownBy(() -> CanonicalJson.write(half)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Map.of(half, ""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fractionsAreNeverHashed() {
        assertThatThrownBy(() -> CanonicalJson.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
