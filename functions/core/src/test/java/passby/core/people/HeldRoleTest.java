package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.testing.TestData;

final class HeldRoleTest {
    private static final Person CHIEF = TestData.person("chief-adams", Role.CHIEF, Role.OPERATOR);

    private static Form body(String role) {
        return new Form(Map.of("role", role));
    }

    private static List<Problem> problems(Form body) {
        assertThat(HeldRole.parse(body, CHIEF, Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER))
                .satisfies(role -> assertThat(role.filter(Role.CHIEF::equals)).isEmpty());
        return body.allProblems();
    }

    @Test
    void aPersonDecidesInARoleOfTheirOwn() {
        var body = body("chief");

        assertThat(HeldRole.parse(body, CHIEF, Role.CHIEF, Role.PROGRAM_MANAGER))
                .contains(Role.CHIEF);
        assertThat(body.allProblems()).isEmpty();
    }

    @Test
    void aRoleOfSomebodyElseIsNotHeld() {
        assertThat(problems(body("program-manager")))
                .containsExactly(new Problem("role", "not-held", "a role that you hold"));
    }

    @Test
    void aRoleThatDecidesNothingHereIsRefusedAndTheOthersAreNamed() {
        assertThat(problems(body("operator")))
                .containsExactly(new Problem("role", "malformed", "chief, program-manager or records-officer"));
        assertThat(problems(body("Chief"))).extracting(Problem::code).containsExactly("malformed");
    }

    @Test
    void nobodyDecidesWithoutARole() {
        assertThat(problems(new Form(Map.of()))).extracting(Problem::code).containsExactly("missing");
    }
}
