package passby.core.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {
    @Test
    void aPlateIsNeverPrinted() {
        var plate = new Plate("KLM4827");

        assertThat(plate.toString()).doesNotContain("KLM").doesNotContain("4827");
    }

    @Test
    void aRefusedPlateIsNotInTheMessage() {
        assertThatThrownBy(() -> new Plate("KLM 4827"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("KLM");
    }

    @ParameterizedTest
    @CsvSource({"ODQ0,0000", "I1,11", "B8,88", "S5,55", "Z2,22", "G6,66", "ACEFHJKLMNPRTUVWXY,''", "KLM4827,KLM4827"})
    void lookAlikesFoldOntoOneDigit(String raw, String folded) {
        for (var from = 0; from < raw.length(); from += Plate.MAX_LENGTH) {
            var part = raw.substring(from, Math.min(raw.length(), from + Plate.MAX_LENGTH));

            assertThat(new Plate(part).fold()).isEqualTo(folded.isEmpty() ? part : folded);
        }
    }

    @Test
    void theFeedsFoldOnlyTheLetterO() {
        assertThat(new Plate("OIB0").foldO()).isEqualTo("0IB0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klm 4827", "KLM-4827", " KLM·48.27 ", "KLM•4827"})
    void whatAPersonTypesIsForgiven(String typed) {
        assertThat(Plate.parse(typed)).contains(new Plate("KLM4827"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "KLM*", "ÄBC123", "12345678901", "KLM4827\u0000"})
    void whatIsNoPlateIsEmpty(String typed) {
        assertThat(Plate.parse(typed)).isEmpty();
    }

    @Test
    void anEndlessTextIsNoPlate() {
        assertThat(Plate.parse(" ".repeat(1_000_000) + "A")).isEmpty();
    }
}
