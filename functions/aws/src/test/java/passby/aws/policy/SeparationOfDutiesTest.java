package passby.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.people.Role;
import passby.core.policy.AccessPolicies.Decision;
import passby.core.policy.Action;
import passby.core.search.Purposes;
import passby.core.testing.TestData;

/** What no set of roles may do, whatever else is in it: every set is tried. */
final class SeparationOfDutiesTest {
    private static final CedarAccessPolicies POLICIES = new CedarAccessPolicies();

    private static final Set<Role> NEVER_SEARCH =
            EnumSet.of(Role.CHIEF, Role.RECORDS_OFFICER, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.VENDOR);
    private static final Set<Role> NO_IMAGES = EnumSet.of(Role.AUDITOR, Role.SYSTEM_ADMIN, Role.VENDOR);

    /** Beside their own reviews, nothing of these can be an auditor's. */
    private static final List<Action> CHANGES = List.of(
            Action.ADD_CAMERA_KEY,
            Action.REGISTER_CAMERA,
            Action.RETIRE_CAMERA,
            Action.SUSPEND_CAMERA,
            Action.RESUME_CAMERA,
            Action.CHANGE_CAPTIONS,
            Action.CLEAR_QUARANTINE,
            Action.LABEL_SAMPLE,
            Action.ENTER_TEST_DRIVE,
            Action.OPT_IN_CAMERA,
            Action.OPT_OUT_CAMERA,
            Action.ADD_HOT_LIST_ENTRY,
            Action.UPDATE_HOT_LIST_ENTRY,
            Action.APPROVE_HOT_LIST_ENTRY,
            Action.WITHDRAW_HOT_LIST_ENTRY,
            Action.STEP_HIT,
            Action.GRANT_ACCESS,
            Action.REVOKE_ACCESS,
            Action.REQUEST_FACTOR_RESET,
            Action.DECIDE_FACTOR_RESET,
            Action.PLACE_HOLD,
            Action.DECIDE_HOLD,
            Action.DECIDE_GRANT,
            Action.RELEASE_GRANT,
            Action.ANSWER_RECORD_REQUEST,
            Action.DECIDE_POLICY_REQUEST,
            Action.DECIDE_SEARCH_REQUEST,
            Action.APPROVE_REVIEW);

    static Stream<Set<Role>> everySetOfRoles() {
        var sets = new ArrayList<Set<Role>>(List.of(Set.of()));
        for (var role : Role.values()) {
            for (var without : List.copyOf(sets)) {
                var with = new HashSet<>(without);
                with.add(role);
                sets.add(with);
            }
        }
        return sets.stream();
    }

    @ParameterizedTest
    @MethodSource("everySetOfRoles")
    void onlyAnOperatorSearchesAndNobodyWhoApprovesKeepsOrWatchesDoes(Set<Role> roles) {
        var mayNever = roles.stream().anyMatch(NEVER_SEARCH::contains);
        for (var action : List.of(
                Action.SEARCH_PLATE,
                Action.SEARCH_CAMERAS,
                Action.SEARCH_PARTIAL_PLATE,
                Action.REQUEST_SEARCH,
                Action.VIEW_READ,
                Action.CORRECT_READ)) {
            assertThat(permits(action, roles)).as("%s", action).isEqualTo(roles.contains(Role.OPERATOR) && !mayNever);
        }
    }

    @ParameterizedTest
    @MethodSource("everySetOfRoles")
    void nobodyWhoWatchesOrKeepsMachinesSeesAPicture(Set<Role> roles) {
        if (roles.stream().anyMatch(NO_IMAGES::contains)) {
            assertThat(permits(Action.STREAM_READ_PICTURE, roles)).isFalse();
            assertThat(permits(Action.STREAM_HIT_PICTURE, roles)).isFalse();
            assertThat(permits(Action.STREAM_SAMPLE_PICTURE, roles)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("everySetOfRoles")
    void whoeverWorksHitsOrEndsAQuarantineLabelsNothingThatItRestsOn(Set<Role> roles) {
        if (permits(Action.STEP_HIT, roles) || permits(Action.CLEAR_QUARANTINE, roles)) {
            assertThat(permits(Action.LABEL_SAMPLE, roles)).isFalse();
            assertThat(permits(Action.ENTER_TEST_DRIVE, roles)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("everySetOfRoles")
    void anAuditorChangesNothingButTheirOwnReviews(Set<Role> roles) {
        if (roles.contains(Role.AUDITOR)) {
            assertThat(CHANGES).noneMatch(action -> permits(action, roles));
            assertThat(Purposes.ASKED_AT).noneMatch(action -> permits(action, roles));
        }
    }

    private static boolean permits(Action action, Set<Role> roles) {
        var person = TestData.person("somebody", roles.toArray(Role[]::new));
        return POLICIES.decide(action, TestData.caller(person), TestData.NOW) instanceof Decision.Permitted;
    }
}
