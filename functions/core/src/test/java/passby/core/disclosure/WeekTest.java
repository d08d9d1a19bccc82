package passby.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WeekTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T00:00:00Z, 2026-W48",
        "2026-11-29T23:59:59Z, 2026-W48",
        "2026-11-30T00:00:00Z, 2026-W49",
        "2027-01-01T12:00:00Z, 2026-W53",
        "2024-12-30T00:00:00Z, 2025-W01"
    })
    void anInstantLiesInTheWeekOfItsThursdaysYear(Instant instant, String code) {
        assertThat(Week.of(instant).code()).isEqualTo(code);
        assertThat(Week.parse(code)).contains(Week.of(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-W54", "2027-W53", "2026-W00", "2026-48", "1999-W01", "2026-W48 ", "", "2026-w48"})
    void whatNamesNoWeekIsNone(String code) {
        assertThat(Week.parse(code)).isEmpty();
    }

    @Test
    void aWeekEndsWhereTheNextBegins() {
        var week = Week.parse("2026-W53").orElseThrow();

        assertThat(week.start()).isEqualTo(Instant.parse("2026-12-28T00:00:00Z"));
        assertThat(week.end()).isEqualTo(Instant.parse("2027-01-04T00:00:00Z"));
        assertThat(week.next().code()).isEqualTo("2027-W01");
        assertThat(week.next().previous()).isEqualTo(week);
        assertThat(week).isLessThan(week.next());
    }
}
