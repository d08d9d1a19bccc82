package passby.core.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.picture.Box;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;

class OwnFormatsTest {
    private static final double ASPECT = 16.0 / 9;
    private static final Box SERIAL = new Box(0.4, 0.5, 0.12, 0.05);

    private final PlateChooser chooser = new PlateChooser(PlateSyntax.unitedStates());

    private static Candidate reading(String raw, double confidence) {
        var sure = new Confidence(confidence);
        return new Candidate(new Plate(raw), sure, Collections.nCopies(raw.length(), sure));
    }

    private static SeenText word(String text) {
        return new SeenText(text, new Box(0.43, 0.465, 0.06, 0.02), new Confidence(0.97), List.of());
    }

    /** The state of a plate that says this, with this word above its serial, if any. */
    private IssuingState state(String above, String serial) {
        var seen = new SeenText(serial, SERIAL, new Confidence(0.98), List.of());
        var words = above.isEmpty() ? List.of(seen) : List.of(seen, word(above));
        return chooser.choose(words, ASPECT).getFirst().state();
    }

    private static String code(IssuingState state) {
        return switch (state) {
            case IssuingState.Issued known -> known.code();
            case IssuingState.Unknown _ -> "";
        };
    }

    @ParameterizedTest
    @CsvSource({"7XYZ394,CA", "KL4M7P,MO", "KL4M782,TX"})
    void aFormatThatOneStateGivesTellsThatState(String serial, String state) {
        assertThat(code(state("", serial))).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KLM4827", "KLM482", "1291164", "GRZLYZ", "1KLB713", "6BKL482", "KL48275"})
    void aFormatThatOthersShareTellsNothing(String serial) {
        assertThat(state("", serial)).isEqualTo(IssuingState.UNKNOWN);
    }

    @Test
    void aNameThatWasReadOutweighsTheFormat() {
        assertThat(code(state("IDAHO", "7XYZ394"))).isEqualTo("ID");
    }

    @Test
    void aNameThatTheFormatConfirmsIsSurer() {
        var both = (IssuingState.Issued) state("MISSOURI", "KL4M7P");
        var name = (IssuingState.Issued) state("MISSOURI", "KLM482");

        assertThat(both.code()).isEqualTo("MO");
        assertThat(both.confidence().value()).isGreaterThan(name.confidence().value());
    }

    @Test
    void aFormatWithinWhichTheSerialIsDoubtfulStillTells() {
        var told = OwnFormats.of(List.of(reading("KL4M7P", 0.5), reading("KL4N7P", 0.45)));

        assertThat(told)
                .hasValueSatisfying(state -> assertThat(state.confidence().atLeast(new Confidence(0.85)))
                        .isTrue());
    }

    @Test
    void aSerialThatMayHaveAnotherFormatTellsLess() {
        var told = OwnFormats.of(List.of(reading("KL4M7P", 0.5), reading("KL4M78", 0.45)));

        assertThat(told)
                .hasValueSatisfying(
                        state -> assertThat(state.confidence().value()).isLessThan(0.5));
    }
}
