package passby.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.StateProfile;
import passby.core.search.LegalBasis;
import passby.core.search.Purposes;
import passby.local.policy.PolicyMatrix.Cell;
import passby.local.policy.PolicySimulator.Question;

/** Which cells of the whole product are allowed. Roles by actions are listed in CedarAccessPoliciesTest; this is the rest. */
final class PolicyMatrixTest {
    private static final PolicySimulator SIMULATOR =
            new PolicySimulator(InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z")));
    private static final PolicyMatrix MATRIX = new PolicyMatrix(SIMULATOR);
    private static final List<Cell> CELLS = MATRIX.cells();

    /** What an operator states a purpose for. */
    private static final Set<Action> SEARCHING = Purposes.ASKED_AT.stream()
            .filter(action -> action != Action.REQUEST_GRANT)
            .collect(Collectors.toUnmodifiableSet());

    /** States that let no agency of another state or of the United States be given reads just so. */
    private static final Set<StateProfile> FORBIDDING = Set.of(
            StateProfile.CA,
            StateProfile.CT,
            StateProfile.IL,
            StateProfile.MA,
            StateProfile.OR,
            StateProfile.VA,
            StateProfile.WA);

    private static List<Cell> allowed(Predicate<Cell> which) {
        return CELLS.stream().filter(which).filter(Cell::allowed).toList();
    }

    @Test
    void everyCellOfTheProductIsThere() {
        var reasons = StatedPurpose.Kind.values().length * Requester.values().length * StateProfile.values().length;
        var asked = Purposes.ASKED_AT.size();

        assertThat(CELLS)
                .hasSize(Role.values().length * (Action.values().length - asked + asked * reasons))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatNeedsAPurposeIsAllowedToOperatorsForAnOffenceOfTheirOwnCaseAlone() {
        var expected = SEARCHING.stream()
                .flatMap(action -> Arrays.stream(StateProfile.values())
                        .map(profile -> new Cell(Role.OPERATOR, action, "offence", "self", profile.code(), true)))
                .toList();

        assertThat(allowed(cell -> SEARCHING.contains(cell.action()))).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Whom each state lets be given reads on a written request without a declaration or a court's order. */
    @Test
    void aWrittenRequestIsFiledByTheRecordsOfficerForAnOffenceWhereTheStateAllowsTheRequester() {
        var inState = Set.of(Requester.IN_STATE_LAW_ENFORCEMENT, Requester.PROSECUTOR);
        var agenciesAnywhere = Set.of(Requester.OUT_OF_STATE, Requester.FEDERAL);
        var expected = Arrays.stream(StateProfile.values())
                .flatMap(profile -> Arrays.stream(Requester.values())
                        .filter(requester -> inState.contains(requester)
                                || (requester == Requester.DEFENCE
                                        && !Set.of(StateProfile.CA, StateProfile.MA)
                                                .contains(profile))
                                || (agenciesAnywhere.contains(requester) && !FORBIDDING.contains(profile)))
                        .map(requester -> new Cell(
                                Role.RECORDS_OFFICER,
                                Action.REQUEST_GRANT,
                                "offence",
                                requester.code(),
                                profile.code(),
                                true)))
                .toList();

        assertThat(allowed(cell -> cell.action() == Action.REQUEST_GRANT))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The states whose laws forbid some agencies some purposes (law.md): whoever asks from outside, each pair is refused. */
    @ParameterizedTest
    @ValueSource(strings = {"MA", "IL", "VA", "WA", "CA", "OR", "CT"})
    void everyPairOfOutsideRequesterAndPurposeIsAskedAndRefusedInAStateThatForbidsSome(String profile) {
        var pairs = CELLS.stream()
                .filter(cell ->
                        cell.profile().equals(profile) && !cell.requester().equals("self"))
                .filter(cell -> cell.action() != Action.REQUEST_GRANT)
                .toList();

        assertThat(pairs)
                .hasSize(Role.values().length
                        * SEARCHING.size()
                        * (Requester.values().length - 1)
                        * StatedPurpose.Kind.values().length)
                .noneMatch(Cell::allowed);
    }

    @Test
    void nobodySearchesForAnAgencyOutside() {
        assertThat(allowed(cell -> SEARCHING.contains(cell.action())
                        && !Set.of("self", "any").contains(cell.requester())))
                .isEmpty();
    }

    @Test
    void noSystemAdministratorSearches() {
        assertThat(allowed(cell -> cell.role() == Role.SYSTEM_ADMIN && Purposes.ASKED_AT.contains(cell.action())))
                .isEmpty();
    }

    @Test
    void noProhibitedPurposeIsServedToAnybodyInAnyState() {
        assertThat(allowed(cell -> !Set.of("offence", "any").contains(cell.purpose())))
                .isEmpty();
    }

    @Test
    void onlyVirginiaClosesGroundsOfSearchThatAreOpenElsewhere() {
        assertThat(MATRIX.closedGrounds()).containsOnlyKeys(StateProfile.VA);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFFENCE")
    void aRefusedPurposeIsNamedByTheRuleOfItsKind(StatedPurpose.Kind kind) {
        var answer = SIMULATOR.ask(new Question(
                Set.of(Role.OPERATOR),
                true,
                Action.SEARCH_PLATE,
                kind.purpose(),
                LegalBasis.PROBABLE_CAUSE,
                Requester.SELF,
                StateProfile.DEFAULT));

        var rule =
                switch (kind) {
                    case PERSONAL -> "purpose.narrative personal";
                    case VAGUE -> "purpose.narrative vague";
                    case OFFENCE -> "";
                    case IMMIGRATION, REPRODUCTIVE_CARE, GENDER_AFFIRMING_CARE, PROTEST, WORSHIP, UNION_ACTIVITY ->
                        "purpose.narrative prohibited";
                };
        assertThat(answer.rules()).containsExactly(rule);
        assertThat(answer.reasons()).hasSize(1);
    }
}
