package passby.recognizer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedLineTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ ";

    /** What a reader answers that is quite sure of each character, with a blank between them. */
    private static PrintedLine line(String text) {
        var steps = new ArrayList<float[]>();
        for (var c : text.toCharArray()) {
            steps.add(step(1 + ALPHABET.indexOf(c)));
            steps.add(step(0));
        }
        return new PrintedLine(new Lattice(ALPHABET, steps));
    }

    private static float[] step(int likeliest) {
        var step = new float[1 + ALPHABET.length()];
        Arrays.fill(step, 0.001f);
        step[likeliest] = 0.96f;
        return step;
    }

    @ParameterizedTest
    @CsvSource({
        "OREGON,OREGON,IOWA",
        "WEST VIRGINIA,WESTVIRGINIA,VIRGINIA",
        "ARKANSAS,ARKANSAS,KANSAS",
        "WASHINGTON DC,WASHINGTONDC,WASHINGTON",
        "12 MISSISSPPI 09,MISSISSIPPI,MISSOURI",
        "CALIFOMIA,CALIFORNIA,COLORADO",
        "NEWMEXIC,NEWMEXICO,NEWJERSEY"
    })
    void theWordThatIsPrintedFitsBest(String text, String printed, String other) {
        var line = line(text);

        assertThat(line.fit(printed)).isGreaterThan(line.fit(other) + 1);
    }

    @Test
    void aWordIsFoundAmongOtherPrint() {
        assertThat(line("07 MYFLORIDACOM 31").fit("MYFLORIDACOM"))
                .isEqualTo(line("MYFLORIDACOM").fit("MYFLORIDACOM"));
    }

    @Test
    void eachLetterThatIsMissingOrTooManyCosts() {
        var whole = line("MONTANA").fit("MONTANA");

        assertThat(line("MONTAN").fit("MONTANA")).isLessThan(whole);
        assertThat(line("MONXTANA").fit("MONTANA")).isLessThan(whole);
    }

    @ParameterizedTest
    @CsvSource({"''", "4827", "UXQ"})
    void whatDoesNotFitIsNoEvidence(String text) {
        assertThat(line(text).fit("CONNECTICUT")).isZero();
    }
}
