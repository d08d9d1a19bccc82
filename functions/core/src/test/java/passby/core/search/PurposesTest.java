package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.ledger.Count;
import passby.core.ledger.InMemoryCounters;
import passby.core.policy.StateProfile;
import passby.core.reason.ReasonRules;
import passby.core.testing.MutableClock;

final class PurposesTest {
    private final InMemoryCounters counters = new InMemoryCounters();
    private final Purposes purposes = new Purposes(ReasonRules.load(), counters, new MutableClock(NOW));

    private List<String> problems(Map<String, Object> body) {
        return problems(body, StateProfile.DEFAULT);
    }

    private List<String> problems(Map<String, Object> body, StateProfile profile) {
        return purposes.problems(new Form(body), profile).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private List<String> problems(String field, String value) {
        var purpose = new HashMap<>(Searches.purpose());
        purpose.put(field, value);
        return problems(purpose);
    }

    @Test
    void aCompletePurposePassesAndIsCounted() {
        assertThat(problems(Searches.purpose())).isEmpty();
        assertThat(counters.ofMinute(NOW)).isEqualTo(Map.of(Count.REASON_JUDGED, 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "official police business, vague, REASON_VAGUE",
        "'Stolen Ford, immigration hold', prohibited, REASON_PROHIBITED",
        "'Stolen Ford of my ex-wife, Elm Street', personal, REASON_PERSONAL",
        "'Stolen Ford 移民 Elm Street', unreadable, REASON_UNREADABLE"
    })
    void aRefusedReasonIsNamedAndCountedByItsFlaw(String narrative, String code, Count count) {
        assertThat(problems("narrative", narrative)).containsExactly("narrative " + code);
        assertThat(counters.ofMinute(NOW)).isEqualTo(Map.of(Count.REASON_JUDGED, 1L, count, 1L));
    }

    @Test
    void aNarrativeOfAMegabyteIsRefusedUnread() {
        assertThat(problems("narrative", "stolen ".repeat(150_000))).containsExactly("narrative out-of-range");
        assertThat(counters.ofMinute(NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDE97\uD83D\uDE93\uD83D\uDE97",
                "\uD83D\uDE97 \uD83D\uDE93 \uD83C\uDFE0 \uD83D\uDD12 \uD83D\uDE80 \uD83C\uDF89",
                "\u202Edloh noitargimmi\u202C",
                "Stolen Ford, \u202Enoitargimmi\u202C hold",
                "\u200F\u200F\u200F"
            })
    void aNarrativeOfEmojiOrOfRightToLeftMarksIsRefused(String narrative) {
        assertThat(problems("narrative", narrative)).hasSize(1).allMatch(problem -> problem.startsWith("narrative "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"39", "79", "N/A", "none", "0000", "11-111111", "case"})
    void aCaseNumberThatLeadsToNoCaseIsRefused(String caseNumber) {
        assertThat(problems("caseNumber", caseNumber))
                .hasSize(1)
                .allMatch(problem -> problem.startsWith("caseNumber "));
    }

    @ParameterizedTest
    @CsvSource({
        "XX0000001, no-grant",
        "XX0000001:01K9ZQ3F8M7T5V2XW4Y6A8B0CD, no-grant",
        "the county, malformed",
        "SELF, malformed"
    })
    void aSearchForAnotherAgencyIsRefusedWithoutItsGrant(String onBehalfOf, String code) {
        assertThat(problems("onBehalfOf", onBehalfOf)).containsExactly("onBehalfOf " + code);
    }

    @ParameterizedTest
    @EnumSource
    void everyOutsideAssignmentOfTheListCanBeDeclared(OutsideAssignment assignment) {
        assertThat(problems("outsideAssignment", assignment.code())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30A", "30B", "30C", "30D", "49C", "90B", "90C"})
    void offencesOfImmigrationAndOfGatheringsAreNotOnTheList(String code) {
        assertThat(problems("offenceCode", code)).containsExactly("offenceCode malformed");
    }

    @Test
    void anAssignmentThatIsNotOnTheListIsRefused() {
        assertThat(problems("outsideAssignment", "a friend's team")).containsExactly("outsideAssignment malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "240, reasonable-suspicion, true",
        "240, warrant, true",
        "240, call-for-service, false",
        "240, exigent-circumstances, false",
        "240, missing-or-endangered-person, false",
        "MP, missing-or-endangered-person, true",
        "64A, call-for-service, true",
        "PO, call-for-service, false"
    })
    void inVirginiaASearchNeedsSuspicionOfACrimeOrAPersonInDanger(String offence, String basis, boolean allowed) {
        var purpose = new HashMap<>(Searches.purpose());
        purpose.put("offenceCode", offence);
        purpose.put("legalBasis", basis);

        assertThat(problems(purpose, StateProfile.VA))
                .isEqualTo(allowed ? List.of() : List.of("legalBasis prohibited"));
        assertThat(problems(purpose, StateProfile.DEFAULT)).isEmpty();
    }
}
