package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** law.md: a profile has a date from which, and may have one until which, its source holds. */
final class ProfileSourceTest {
    private static String warnings(StateProfile profile, String today) {
        return String.join(" ", profile.warnings(LocalDate.parse(today)));
    }

    @Test
    void newHampshireIsWarnedThreeMonthsBeforeItsLawIsRepealedAndFromThenOn() {
        assertThat(warnings(StateProfile.NH, "2026-09-30")).doesNotContain("2027-01-01");
        assertThat(warnings(StateProfile.NH, "2026-10-01")).contains("holds until 2027-01-01", "HB 1059", "counsel");
        assertThat(warnings(StateProfile.NH, "2026-12-31")).contains("holds until 2027-01-01");
        assertThat(warnings(StateProfile.NH, "2027-01-01")).contains("held until 2027-01-01");
    }

    @Test
    void everyProfileOfAStateSaysHowSureWeAreAndFromWhenOn() {
        assertThat(StateProfile.values())
                .filteredOn(profile -> profile.source().isEmpty())
                .containsExactly(StateProfile.DEFAULT);
        assertThat(Arrays.stream(StateProfile.values()).flatMap(profile -> profile.source().stream()))
                .allMatch(source -> source.from().isBefore(LocalDate.of(2026, 11, 30)))
                .allMatch(source -> source.until() == null || source.until().isAfter(source.from()))
                .allMatch(source -> (source.until() == null) == source.ending().isEmpty());
    }
}
