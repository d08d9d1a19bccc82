package passby.aws.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.http.HttpRequest;
import passby.aws.json.StrictJson.Parsed;

final class StrictJsonTest {
    @Test
    void anObjectBecomesPlainValues() {
        var parsed = parse("{\"a\":\"x\",\"b\":1.50,\"c\":true,\"d\":[1,{\"e\":false}],\"f\":{}}");

        assertThat(parsed)
                .isEqualTo(new Parsed.Members(Map.of(
                        "a",
                        "x",
                        "b",
                        new BigDecimal("1.50"),
                        "c",
                        true,
                        "d",
                        List.of(BigDecimal.ONE, Map.of("e", false)),
                        "f",
                        Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":null}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1e999999999}",
                "{\"a\":1e-999999999}",
                "{\"a\":1e31}",
                "{\"a\":1234567890123456789012345678901}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"\\ud800\":1}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":1}//",
                "/**/{\"a\":1}",
                "{\"a\":\"\t\"}",
                "\uFEFF{}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}",
            })
    void whatTwoReadersCouldUnderstandDifferentlyIsRefused(String json) {
        assertThat(parse(json)).isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    void eightLevelsAndThirtyDigitsAreEnoughAndAllowed() {
        var deep = "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":123456789012345678901234567890}}}}}}}}";

        assertThat(parse(deep)).isInstanceOf(Parsed.Members.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.220446049250313e-16",
                "-1.5285819353419104e-111",
                "4.9E-324",
                "0.1234567890123456789012345678901234"
            })
    void whatADoublePrintsIsANumberAndIsRoundedToThirtyPlaces(String text) {
        var parsed = parse("{\"a\":" + text + "}");

        assertThat(parsed)
                .isEqualTo(new Parsed.Members(Map.of("a", new BigDecimal(text).setScale(30, RoundingMode.UP))));
    }

    @Test
    void aWholeCharacterBeyondTheFirstPlaneIsAllowed() {
        assertThat(parse("{\"a\":\"\\ud83d\\ude00\"}")).isEqualTo(new Parsed.Members(Map.of("a", "\uD83D\uDE00")));
    }

    @Test
    void moreThanTheLargestBodyIsRefusedUnread() {
        var large = "{\"a\":\"" + "x".repeat(HttpRequest.MAX_BODY) + "\"}";

        assertThat(parse(large)).isEqualTo(new Parsed.Malformed("At most 262144 bytes."));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var parsed = StrictJson.parse(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});

        assertThat(parsed).isEqualTo(new Parsed.Malformed("The body must be UTF-8."));
    }

    @Test
    void whatIsRefusedIsNotRepeated() {
        var malformed = (Parsed.Malformed) parse("{\"plate\":\"3PSB001\",\"plate\":\"3PSB001\"}");

        assertThat(malformed.detail()).doesNotContain("3PSB001").doesNotContain("plate");
    }

    @Property(tries = 300)
    void noBytesBreakTheReader(@ForAll @Size(max = 300) byte[] bytes) {
        assertThat(StrictJson.parse(bytes)).isNotNull();
    }

    private static Parsed parse(String json) {
        return StrictJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
