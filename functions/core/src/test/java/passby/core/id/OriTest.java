package passby.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriTest {
    @Test
    void anIdentifierOfAnAgencyIsTakenAsItStands() {
        assertThat(Ori.parse("XX0000000")).contains(new Ori("XX0000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX000000", "XX00000000", "xx0000000", "120000000", "XX0000000 ", "XX-000000"})
    void whatHasAnotherShapeIsNone(String text) {
        assertThat(Ori.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Ori(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an ORI has two letters of the state and seven letters or digits");
    }
}
