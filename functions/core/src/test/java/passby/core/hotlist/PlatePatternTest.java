package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.plate.Plate;

final class PlatePatternTest {
    @ParameterizedTest
    @CsvSource({
        "7TS?123, 7TSA123, true",
        "7TS?123, 7TS123, false",
        "7TS?123, 7TSAA123, false",
        "*S123, 7TTS123, true",
        "*S123, S123, true",
        "*S123, 7TTS1234, false",
        "7T*3*, 7T3, true",
        "7T*3*, 7TXX3XX, true",
        "7T*3*, 7TXXX, false",
        "?OB?12, A08X12, true",
        "?0B?12, AQ8X12, true",
        "*AAA*AAB, AAAAAAAA, false",
    })
    void unknownCharactersAreAnyAndKnownOnesAreFolded(String pattern, String plate, boolean matches) {
        assertThat(new PlatePattern(pattern).matches(new Plate(plate))).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7TST123", "", "??", "A?", "AB??", "7*", "A**BC", "AB?#C", "????????????????", "ABCDEFGHIJKL?"})
    void whatKnowsTooLittleOrIsAWholePlateIsNoPattern(String typed) {
        assertThat(PlatePattern.parse(typed)).isEmpty();
    }

    @Test
    void itIsTypedAsForgivinglyAsAPlate() {
        assertThat(PlatePattern.parse("7ts-?1 *")).contains(new PlatePattern("7TS?1*"));
        assertThat(Target.parse("7ts ?12")).contains(new Target.PlatePart(new PlatePattern("7TS?12")));
        assertThat(Target.parse("7ts 123")).contains(new Target.FullPlate(new Plate("7TS123")));
        assertThat(Target.parse("7TS!")).isEmpty();
    }

    @Test
    void itIsNeverPrinted() {
        assertThat(new PlatePattern("7TS?12").toString()).doesNotContain("7TS");
    }
}
