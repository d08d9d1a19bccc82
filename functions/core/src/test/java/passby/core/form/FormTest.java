package passby.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTest {
    private static final Pattern CODE = Pattern.compile("[a-z]{3}");

    private static Form form(String name, Object value) {
        return new Form(Map.of(name, value));
    }

    private static void assertProblems(Form form, String... problems) {
        assertThat(form.allProblems())
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly(problems);
        var checked = form.checked(() -> "used");
        assertThat(checked)
                .isEqualTo(
                        problems.length == 0
                                ? new Checked.Valid<>("used")
                                : new Checked.Invalid<String>(form.allProblems()));
    }

    private static Optional<Integer> yes(String word) {
        return word.equals("yes") ? Optional.of(1) : Optional.empty();
    }

    @Test
    void aTextIsReadAsItCame() {
        var form = form("name", " Elm ");

        assertThat(form.string("name", 5)).isEqualTo(" Elm ");
        assertProblems(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n", "toolong"})
    void aTextIsNotBlankAndNotTooLong(String text) {
        var form = form("name", text);

        form.string("name", 6);

        assertProblems(form, "name out-of-range");
    }

    @Test
    void anOptionalTextMayBeMissingButNotWrong() {
        var missing = new Form(Map.of());
        assertThat(missing.optionalString("name", 6)).isEmpty();
        assertProblems(missing);

        var wrong = form("name", true);
        assertThat(wrong.optionalString("name", 6)).isEmpty();
        assertProblems(wrong, "name malformed");
    }

    @Test
    void aFormedTextHasItsForm() {
        assertThat(form("code", "abc").string("code", CODE, "three letters")).isEqualTo("abc");
        var wrong = form("code", "abcd");

        wrong.string("code", CODE, "three letters");

        assertProblems(wrong, "code malformed");
    }

    @Test
    void aWordIsOneOfTheList() {
        assertThat(form("word", "yes").code("word", FormTest::yes, "yes")).contains(1);
        for (Object other : List.<Object>of("no", List.of(), true)) {
            var wrong = form("word", other);

            assertThat(wrong.code("word", FormTest::yes, "yes")).isEmpty();

            assertProblems(wrong, "word malformed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T12:00:00Z", "2026-11-23T12:00:00.000Z", "2026-11-23T13:00:00+01:00"})
    void anInstantHasAZone(String text) {
        var form = form("at", text);

        assertThat(form.instant("at")).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertProblems(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-23",
                "2026-11-23T12:00:00",
                "2026-02-30T12:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "2026-11-23T12:00:00.00000000000000000000000000000000000Z"
            })
    void anythingElseIsNoInstant(String text) {
        var form = form("at", text);

        form.instant("at");

        assertProblems(form, "at malformed");
    }

    @Test
    void aWholeNumberIsWithinItsBounds() {
        assertThat(form("n", new BigDecimal("5")).longValue("n", 1, 5)).isEqualTo(5);
        assertThat(form("n", new BigDecimal("1.0")).longValue("n", 1, 5)).isEqualTo(1);
        assertThat(form("n", new BigDecimal("1e2")).longValue("n", 1, 100)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "1.5", "-1", "1e1000000000", "1e-1000000000", "-1e1000000000", "4.999999999"})
    void anyOtherNumberIsOutOfRange(String number) {
        var form = form("n", new BigDecimal(number));

        form.longValue("n", 1, 5);

        assertProblems(form, "n out-of-range");
    }

    @Test
    void aDecimalIsWithinItsBounds() {
        assertThat(form("d", new BigDecimal("-90")).decimal("d", -90, 90)).isEqualTo(-90);
        var wrong = form("d", new BigDecimal("90.1"));
        var text = form("d", "1");

        wrong.decimal("d", -90, 90);
        text.decimal("d", -90, 90);

        assertProblems(wrong, "d out-of-range");
        assertProblems(text, "d malformed");
    }

    @Test
    void aTruthIsTrueOrFalse() {
        assertThat(form("b", true).bool("b")).isTrue();
        var text = form("b", "true");

        text.bool("b");

        assertProblems(text, "b malformed");
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        var form = new Form(Map.of());

        form.string("a", 5);
        form.string("b", CODE, "three letters");
        form.code("c", FormTest::yes, "yes");
        form.instant("d");
        form.longValue("e", 0, 1);
        form.decimal("f", 0, 1);
        form.bool("g");
        form.forms("h", 3);
        form.form("i").string("j", 5);
        form.optionalString("k", 5);
        form.optionalLong("l", 0, 1);
        form.optionalDecimal("m", 0, 1);

        assertProblems(
                form,
                "a missing",
                "b missing",
                "c missing",
                "d missing",
                "e missing",
                "f missing",
                "g missing",
                "h missing",
                "i.j missing");
    }

    @Test
    void aProblemKnowsItsPlaceInsideTheForm() {
        var form = form("list", List.of(Map.of("x", "ok"), Map.of("x", "bad!"), "no object"));

        for (var one : form.forms("list", 3)) {
            one.string("x", Pattern.compile("ok"), "ok");
        }

        assertProblems(form, "list[2] malformed", "list[1].x malformed", "list[2].x missing");
    }

    @Test
    void aListHasOneToSoManyObjects() {
        var empty = form("list", List.of());
        var tooMany = form("list", List.of(Map.of(), Map.of(), Map.of()));
        var other = form("list", Map.of());

        assertThat(empty.forms("list", 2)).isEmpty();
        assertThat(tooMany.forms("list", 2)).isEmpty();
        assertThat(other.forms("list", 2)).isEmpty();

        assertProblems(empty, "list out-of-range");
        assertProblems(tooMany, "list out-of-range");
        assertProblems(other, "list malformed");
    }

    @Test
    void aFieldThatNobodyAskedForIsAProblem() {
        var form = new Form(Map.of("a", "x", "b", Map.of("c", "y", "d", "z")));

        form.string("a", 5);
        form.form("b").string("c", 5);

        assertProblems(form, "b.d unknown");
    }

    @Test
    void aHostileFieldNameIsAnsweredBackHarmless() {
        var form = form("<script>alert(1)</script>\r\nSet-Cookie: " + "x".repeat(100), "x");

        assertThat(form.allProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).hasSize(40).matches("[A-Za-z0-9_.?-]+"));
    }

    @Test
    void aFloodOfFieldsIsAnsweredShort() {
        var values = new HashMap<String, Object>();
        for (var i = 0; i < 10_000; i++) {
            values.put("field" + i, "x");
        }

        assertThat(new Form(values).allProblems()).hasSize(20);
    }

    @Test
    void aProblemNeverRepeatsWhatCame() {
        var form = new Form(Map.of("a", "SECRET", "b", "SECRET", "c", "SECRET", "d", "SECRET"));

        form.string("a", 3);
        form.string("b", CODE, "three letters");
        form.instant("c");
        form.longValue("d", 0, 1);

        assertThat(form.allProblems()).hasSize(4);
        assertThat(form.allProblems().toString()).doesNotContain("SECRET");
        assertThat(Problem.summary(form.allProblems()))
                .isEqualTo("a out-of-range, b malformed, c malformed, d malformed");
    }

    @Test
    void aFieldIsFineUntilSomethingWasSaidOfIt() {
        var form = form("a", "x");
        assertThat(form.isValid("a")).isTrue();

        form.longValue("a", 0, 1);

        assertThat(form.isValid("a")).isFalse();
        assertThat(form.isValid("b")).isTrue();
    }
}
