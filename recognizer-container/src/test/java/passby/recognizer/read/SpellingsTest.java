package passby.recognizer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.plate.Confidence;

class SpellingsTest {
    @Test
    void aZeroMayAlsoBeALetterO() {
        var candidates = Spellings.of(Map.of("KLM402", 0.8));

        assertThat(candidates)
                .extracting(candidate -> candidate.plate().raw())
                .containsExactlyInAnyOrder("KLM402", "KLM4O2");
        assertThat(candidates)
                .allSatisfy(
                        candidate -> assertThat(candidate.confidence().value()).isCloseTo(0.4, within(1e-9)));
    }

    @Test
    void eachCharacterIsAsSureAsTheVoteForItsPlace() {
        var candidates = Spellings.of(Map.of("KLM4827", 0.6, "KLN4827", 0.3));

        assertThat(candidates.getFirst().characters().getFirst().value()).isCloseTo(0.9, within(1e-9));
        assertThat(candidates.getFirst().characters().get(2)).isEqualTo(new Confidence(0.6));
    }

    @Test
    void nothingAndUpToTwoCharactersAreNoSerials() {
        assertThat(Spellings.of(Map.of("", 0.8, "K", 0.1, "K7", 0.1))).isEmpty();
    }

    @Test
    void whatIsLongerThanAPlateIsNoSerial() {
        assertThat(Spellings.of(Map.of("KLM48271234", 0.9))).isEmpty();
    }

    @Test
    void aRowOfZerosIsSpeltInFewWays() {
        assertThat(Spellings.of(Map.of("0000000000", 0.9))).hasSize(8);
    }
}
