package passby.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class SynthTest {
    @Test
    void whoeverBuildsIsToldOfAProfileWhoseSourceIsOver() {
        assertThat(Synth.aged(LocalDate.of(2026, 9, 30))).isEmpty();
        assertThat(Synth.aged(LocalDate.of(2027, 1, 1)))
                .singleElement()
                .asString()
                .contains("profile NH", "2027-01-01", "HB 1059");
    }
}
