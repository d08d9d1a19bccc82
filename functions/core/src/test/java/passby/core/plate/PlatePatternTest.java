package passby.core.plate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatePatternTest {
    @ParameterizedTest
    @CsvSource({"7k?-41*,7K?41*", "*ab**c,*AB*C", "?? 4 ? x,??4?X"})
    void separatorsAndLowerCaseAreForgiven(String typed, String text) {
        assertThat(PlatePattern.parse(typed)).contains(new PlatePattern(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "?",
                "**",
                "A*",
                "?A?",
                "*7*",
                "7KXW418",
                "A?B?C?D?E?F",
                "A%*B",
                "АВ*",
                "AB\u0000*",
                "????????????????????????????????????????????AB"
            })
    void whatSaysTooLittleOrIsNoPatternIsRefused(String typed) {
        assertThat(PlatePattern.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7K*,7KXW418,true",
        "7K*,7K,true",
        "7K?*,7K,false",
        "*18,7KXW418,true",
        "*18,7KXW4181,false",
        "*K*4*8,7KXW418,true",
        "?K?W*,7KXW418,true",
        "7K?W418,7KXW418,true",
        "7K?418,7KXW418,false",
        "O8*,08XW,true"
    })
    void theFoldOfAPlateFitsOrDoesNot(String pattern, String plate, boolean fits) {
        assertThat(new PlatePattern(pattern).fitsFold(new Plate(plate).fold())).isEqualTo(fits);
    }

    @Test
    void aPatternIsNeverPrinted() {
        assertThat(new PlatePattern("7K*18")).asString().doesNotContain("7K");
    }
}
