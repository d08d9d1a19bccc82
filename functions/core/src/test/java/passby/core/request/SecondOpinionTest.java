package passby.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.people.Role;
import passby.core.testing.TestData;

final class SecondOpinionTest {
    private static Checked<SecondOpinion> parse(String role) {
        return SecondOpinion.parse(
                new Form(Map.of("approve", true, "role", role, "reason", "The case is known to me")),
                TestData.person("chief-adams", Role.CHIEF));
    }

    @Test
    void aSecondPersonAnswersInARoleOfTheirOwn() {
        assertThat(parse("chief"))
                .isEqualTo(new Checked.Valid<>(new SecondOpinion(true, Role.CHIEF, "The case is known to me")));
    }

    /** In the same words as every other request that two people decide. */
    @Test
    void aRoleThatTheyDoNotHoldIsToldAsSuch() {
        assertThat(parse("program-manager"))
                .isEqualTo(new Checked.Invalid<>(List.of(new Problem("role", "not-held", "a role that you hold"))));
    }
}
