package passby.core.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.recognition.SeenTexts.ASPECT;
import static passby.core.recognition.SeenTexts.seen;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.plate.IssuingState;

/** Which state the chooser tells by what is printed around a serial. */
class PlateChooserStatesTest {
    private final PlateChooser chooser = new PlateChooser(PlateSyntax.unitedStates());

    private IssuingState state(SeenText... seen) {
        return chooser.choose(List.of(seen), ASPECT).getFirst().state();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXAS,TX",
        "Texas,TX",
        "CALIFORNIA,CA",
        "CALIF0RNIA,CA",
        "Califomia,CA",
        "MISSOURI,MO",
        "NEW YORK,NY",
        "OHIO,OH",
        "SUNSHINE STATE,FL",
        "ARKANSAS,AR",
        "KANSAS,KS",
        "WASHINGTON,WA",
        "WASHINGTON DC,DC",
        "NORTH CAROLINA,NC",
        "IOWA,IA",
        "VIRGINIA,VA",
        "WEST VIRGINIA,WV",
        "Pennsylvanla,PA"
    })
    void theNameAboveTheSerialTellsTheState(String name, String code) {
        var state = state(seen("KLM4827", 0.5, 0.6, 0.06), seen(name, 0.5, 0.55, 0.02));

        assertThat(state)
                .matches(s ->
                        s instanceof IssuingState.Issued known && known.code().equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXAS TOYOTA", "I0WA?", "OHI", "CAROLINA", "UTAN", "DAKOTA", "TX", "SAN JOSE", "RKANSAS"})
    void whatMayMeanAnotherStateTellsNone(String text) {
        var word = text.equals("TX") ? seen(text, 0.5, 0.3, 0.02) : seen(text, 0.5, 0.55, 0.02);

        assertThat(state(seen("KLM4827", 0.5, 0.6, 0.06), word)).isEqualTo(IssuingState.UNKNOWN);
    }

    @Test
    void twoStatesAroundOnePlateAreNone() {
        var state = state(
                seen("KLM4827", 0.5, 0.6, 0.06), seen("TEXAS", 0.5, 0.55, 0.02), seen("OKLAHOMA", 0.5, 0.65, 0.02));

        assertThat(state).isEqualTo(IssuingState.UNKNOWN);
    }

    @Test
    void aStateInTwoWordsIsNotMistakenForItsSecondWord() {
        var state = state(
                seen("KLM4827", 0.5, 0.6, 0.06), seen("WEST", 0.476, 0.55, 0.02), seen("VIRGINIA", 0.522, 0.55, 0.02));

        assertThat(state)
                .matches(s ->
                        s instanceof IssuingState.Issued known && known.code().equals("WV"));
    }

    @Test
    void aWordFarAwayTellsNothing() {
        var state = state(seen("KLM4827", 0.5, 0.7, 0.06), seen("TEXAS", 0.5, 0.3, 0.05));

        assertThat(state).isEqualTo(IssuingState.UNKNOWN);
    }
}
