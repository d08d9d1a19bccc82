package passby.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CaseNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"26-004711", "CFS 2026/118", "a.b_c", "none"})
    void numbersOfCasesAndCallsAreTakenAsTheyStand(String text) {
        assertThat(CaseNumber.parse(text)).contains(new CaseNumber(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "-26-004711", "/26", " 26-004711", "26|004711", "26-004711;", "26\n004711"})
    void whatHasAnotherShapeIsNone(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new CaseNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41})
    void fortyCharactersAreTheMost(int length) {
        assertThat(CaseNumber.parse("7".repeat(length)).isPresent()).isEqualTo(length == 40);
    }
}
