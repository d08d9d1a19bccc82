package passby.core.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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

    /** The state of a plate with these readings, and with this word above its serial, if any. */
    private IssuingState state(String above, Candidate... readings) {
        var seen = new SeenText(readings[0].plate().raw(), SERIAL, readings[0].confidence(), List.of());
        var words = above.isEmpty() ? List.of(seen) : List.of(seen, word(above));
        var line = new PlateLine(seen, Arrays.asList(readings));
        return chooser.choose(List.of(line), words, ASPECT).getFirst().state();
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
        assertThat(code(state("", reading(serial, 0.98)))).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KLM4827", "KLM482", "1291164", "GRZLYZ", "1KLB713", "6BKL482", "KL48275"})
    void aFormatThatOthersShareTellsNothing(String serial) {
        assertThat(state("", reading(serial, 0.98))).isEqualTo(IssuingState.UNKNOWN);
    }

    @Test
    void aNameThatWasReadOutweighsTheFormat() {
        assertThat(code(state("IDAHO", reading("7XYZ394", 0.98)))).isEqualTo("ID");
    }

    @Test
    void aNameThatTheFormatConfirmsIsSurer() {
        var both = (IssuingState.Issued) state("MISSOURI", reading("KL4M7P", 0.98));
        var name = (IssuingState.Issued) state("MISSOURI", reading("KLM482", 0.98));

        assertThat(both.code()).isEqualTo("MO");
        assertThat(both.confidence().value()).isGreaterThan(name.confidence().value());
    }

    @Test
    void aFormatWithinWhichTheSerialIsDoubtfulStillTells() {
        assertThat(code(state("", reading("KL4M7P", 0.5), reading("KL4N7P", 0.45))))
                .isEqualTo("MO");
    }

    @Test
    void aSerialThatMayHaveAnotherFormatTellsNothing() {
        assertThat(state("", reading("KL4M7P", 0.5), reading("KL4M78", 0.45))).isEqualTo(IssuingState.UNKNOWN);
    }
}
