package passby.core.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;

class PlateSyntaxTest {
    private final PlateSyntax syntax = PlateSyntax.unitedStates();

    private double of(String plate) {
        return syntax.logRatio(new Plate(plate), IssuingState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"KLM4827,KLM482Z", "7XYZ394,7XY2394", "KL4M7P,KLAM7P", "KLM482,KIM482", "1291164,129116A"})
    void theTextThatFollowsAPatternRanksHigher(String likelier, String other) {
        assertThat(of(likelier)).isGreaterThan(of(other));
    }

    @ParameterizedTest
    @CsvSource({"37B1KZ,37BIKZ", "48KM1,48KMI", "0KM294,OKM294", "KLM1294,KLMI294"})
    void alsoInSeriesThatWeDoNotKnowLettersAreThoseThatIssuersUse(String likelier, String other) {
        assertThat(of(likelier)).isGreaterThan(of(other));
    }

    @Test
    void aWordIsNoLessLikelyForItsLetterIOrO() {
        assertThat(of("GRIZZLY")).isCloseTo(of("GRUZZLY"), within(0.2));
    }

    @Test
    void whatHasNoPatternLosesTheSameAtAnyLength() {
        assertThat(of("GRZLY")).isCloseTo(of("GRZLYZ"), within(0.5)).isCloseTo(of("GRZLYZKM"), within(0.5));
    }

    @Test
    void aTextOutsideEveryPatternIsStillPossible() {
        assertThat(of("GRZLYZ")).isGreaterThan(-5);
        assertThat(of("A1B2C3D4E5")).isGreaterThan(-7);
    }

    @Test
    void theStatesOwnPatternRanksHigherOnceItsNameIsRead() {
        var california = new IssuingState.Issued("CA", new Confidence(0.9));

        assertThat(syntax.logRatio(new Plate("7XYZ394"), california)).isGreaterThan(of("7XYZ394"));
        assertThat(syntax.logRatio(new Plate("KLM4827"), california)).isEqualTo(of("KLM4827"));
    }

    private static Candidate reading(String raw, double confidence) {
        var sure = new Confidence(confidence);
        return new Candidate(new Plate(raw), sure, Collections.nCopies(raw.length(), sure));
    }

    @Test
    void readingsAreRankedAndStayAsTheyWereRead() {
        var readings = List.of(reading("KLM48Z7", 0.45), reading("KLM4827", 0.44), reading("XLM4827", 0.05));

        var ranked = syntax.rank(readings, IssuingState.UNKNOWN);

        assertThat(ranked)
                .extracting(candidate -> candidate.plate().raw())
                .containsExactly("KLM4827", "XLM4827", "KLM48Z7");
    }

    @ParameterizedTest
    @CsvSource({"RK300AS,RK3OOAS", "AYO9034,AY09034", "KLM402,KLM4O2", "0KM294,OKM294"})
    void aSeriesTellsWhetherARoundShapeIsOOrZeroAndTheOtherSpellingStays(String likelier, String other) {
        var ranked = syntax.rank(List.of(reading(other, 0.5), reading(likelier, 0.5)), IssuingState.UNKNOWN);

        assertThat(ranked).extracting(candidate -> candidate.plate().raw()).containsExactly(likelier, other);
    }

    @Test
    void whatNoReadingHasStaysDoubt() {
        var ranked = syntax.rank(List.of(reading("GRZLYZ", 0.5)), IssuingState.UNKNOWN);

        assertThat(ranked.getFirst().confidence().value()).isLessThan(0.5);
    }
}
