package passby.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.Functions;
import passby.aws.api.Route;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.policy.AccessPolicies.Decision;
import passby.core.policy.Action;
import passby.core.testing.TestData;

final class CedarAccessPoliciesTest {
    private static final CedarAccessPolicies POLICIES = new CedarAccessPolicies();
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

    private static final Set<Role> GOVERNING =
            Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR, Role.SYSTEM_ADMIN);

    /** The whole table: who may do what. An action that is missing here fails. */
    private static final Set<Role> ARMING =
            Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.SYSTEM_ADMIN);

    private static final Set<Role> KEEPING = Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER);

    private static final Map<Action, Set<Role>> PERMITTED = Map.ofEntries(
            Map.entry(Action.REGISTER_CAMERA, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.ADD_CAMERA_KEY, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.RETIRE_CAMERA, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.SUSPEND_CAMERA, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.RESUME_CAMERA, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.CHANGE_CAPTIONS, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.OPT_IN_CAMERA, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.OPT_OUT_CAMERA, Set.of(Role.SYSTEM_ADMIN)),
            Map.entry(Action.VIEW_CAMERAS, Set.of(Role.SYSTEM_ADMIN, Role.PROGRAM_MANAGER, Role.AUDITOR)),
            Map.entry(Action.CLEAR_QUARANTINE, Set.of(Role.PROGRAM_MANAGER)),
            Map.entry(Action.VIEW_READING_QUALITY, Set.of(Role.PROGRAM_MANAGER, Role.AUDITOR, Role.RECORDS_OFFICER)),
            Map.entry(Action.LIST_SAMPLES, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.VIEW_SAMPLE, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.STREAM_SAMPLE_PICTURE, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.LABEL_SAMPLE, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.ENTER_TEST_DRIVE, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.ADD_HOT_LIST_ENTRY, Set.of(Role.OPERATOR)),
            Map.entry(Action.VIEW_HOT_LIST_ENTRY, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER, Role.AUDITOR)),
            Map.entry(Action.WITHDRAW_HOT_LIST_ENTRY, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.LIST_HOT_LIST_ENTRIES, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER, Role.AUDITOR)),
            Map.entry(Action.UPDATE_HOT_LIST_ENTRY, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.APPROVE_HOT_LIST_ENTRY, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.KEEP_HOT_LIST_ENTRY, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.AUDIT_HOT_LIST_ENTRIES, Set.of(Role.PROGRAM_MANAGER)),
            Map.entry(Action.SUPPRESS_PLATE, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER)),
            Map.entry(
                    Action.LIST_SUPPRESSIONS,
                    Set.of(Role.AUDITOR, Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER)),
            Map.entry(Action.END_SUPPRESSION, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER)),
            Map.entry(Action.VIEW_LISTS, GOVERNING),
            Map.entry(Action.PROPOSE_LIST, ARMING),
            Map.entry(Action.ACCEPT_LIST, ARMING),
            Map.entry(Action.SUSPEND_LIST, ARMING),
            Map.entry(Action.ANNOUNCE_LIST_FILE, ARMING),
            Map.entry(Action.APPROVE_LIST_FILE, ARMING),
            Map.entry(Action.UPLOAD_LIST_FILE, ARMING),
            Map.entry(Action.VIEW_LIST_IMPORT, GOVERNING),
            Map.entry(Action.LIST_HITS, Set.of(Role.OPERATOR)),
            Map.entry(Action.LIST_OLDER_HITS, Set.of(Role.OPERATOR)),
            Map.entry(Action.VIEW_HIT, Set.of(Role.OPERATOR)),
            Map.entry(Action.STREAM_HIT_PICTURE, Set.of(Role.OPERATOR)),
            Map.entry(Action.STEP_HIT, Set.of(Role.OPERATOR)),
            Map.entry(Action.SEARCH_PLATE, Set.of(Role.OPERATOR)),
            Map.entry(Action.SEARCH_CAMERAS, Set.of(Role.OPERATOR)),
            Map.entry(Action.VIEW_READ, Set.of(Role.OPERATOR)),
            Map.entry(Action.CORRECT_READ, Set.of(Role.OPERATOR)),
            Map.entry(Action.SUBSCRIBE_TO_ALERTS, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.CONFIRM_SUBSCRIPTION, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.LIST_SUBSCRIPTIONS, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.END_SUBSCRIPTION, Set.of(Role.OPERATOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.SEARCH_PARTIAL_PLATE, Set.of(Role.OPERATOR)),
            Map.entry(Action.REQUEST_SEARCH, Set.of(Role.OPERATOR)),
            Map.entry(Action.LIST_SEARCH_REQUESTS, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.DECIDE_SEARCH_REQUEST, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.STREAM_READ_PICTURE, Set.of(Role.OPERATOR)),
            Map.entry(Action.GRANT_ACCESS, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.REVOKE_ACCESS, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.ACKNOWLEDGE_POLICY, Set.of(Role.values())),
            Map.entry(Action.LIST_OWN_SESSIONS, Set.of(Role.values())),
            Map.entry(Action.END_OWN_SESSION, Set.of(Role.values())),
            Map.entry(Action.LIST_SESSIONS, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.END_SESSION, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.REQUEST_FACTOR_RESET, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.SYSTEM_ADMIN)),
            Map.entry(Action.LIST_FACTOR_RESETS, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.DECIDE_FACTOR_RESET, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.SEARCH_LEDGER, Set.of(Role.PROGRAM_MANAGER, Role.AUDITOR)),
            Map.entry(Action.VIEW_ENTRY, Set.of(Role.PROGRAM_MANAGER, Role.AUDITOR)),
            Map.entry(Action.EXPORT_LEDGER, Set.of(Role.PROGRAM_MANAGER, Role.AUDITOR)),
            Map.entry(Action.DISCLOSE_FIELD, Set.of(Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR)),
            Map.entry(Action.COMMIT_REVIEW_NUMBER, Set.of(Role.AUDITOR)),
            Map.entry(Action.DRAW_REVIEW, Set.of(Role.AUDITOR)),
            Map.entry(Action.REPORT_REVIEW, Set.of(Role.AUDITOR)),
            Map.entry(Action.APPROVE_REVIEW, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.PLACE_HOLD, KEEPING),
            Map.entry(Action.REQUEST_HOLD, KEEPING),
            Map.entry(Action.DECIDE_HOLD, KEEPING),
            Map.entry(Action.EXPORT_EVIDENCE, KEEPING),
            Map.entry(Action.REQUEST_GRANT, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.RELEASE_GRANT, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.ANSWER_RECORD_REQUEST, Set.of(Role.RECORDS_OFFICER)),
            Map.entry(Action.DECIDE_GRANT, Set.of(Role.PROGRAM_MANAGER)),
            Map.entry(Action.LIST_GRANTS, Set.of(Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR)),
            Map.entry(Action.VIEW_HOLDS, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.AUDITOR)),
            Map.entry(Action.LIST_CONDUCT_REVIEWS, Set.of(Role.AUDITOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.FILE_FINDING, Set.of(Role.AUDITOR, Role.PROGRAM_MANAGER)),
            Map.entry(Action.PLACE_DECOY, Set.of(Role.AUDITOR)),
            Map.entry(Action.ENTER_DUTY_HOURS, Set.of(Role.PROGRAM_MANAGER)),
            Map.entry(Action.SWAP_SHIFT, Set.of(Role.PROGRAM_MANAGER)),
            Map.entry(Action.REGISTER_OWN_PLATE, Set.of(Role.OPERATOR)),
            Map.entry(Action.VIEW_OWN_ENTRIES, Set.of(Role.values())),
            Map.entry(Action.VIEW_POLICY, Set.of(Role.values())),
            Map.entry(Action.VIEW_RETENTION_HEALTH, GOVERNING),
            Map.entry(Action.LIST_POLICY_REQUESTS, GOVERNING),
            Map.entry(Action.DECIDE_POLICY_REQUEST, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER)),
            Map.entry(Action.ADD_EXCLUDED_ZONES, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)),
            Map.entry(Action.REMOVE_EXCLUDED_ZONES, Set.of(Role.CHIEF, Role.PROGRAM_MANAGER)));

    @Test
    void everyPolicySpeaksOnlyTheWordsOfTheSchema() throws InternalException, AuthException {
        var schema = Schema.parse(Schema.JsonOrCedar.Cedar, PolicyTexts.schema());
        var policies = PolicySet.parsePolicies(PolicyTexts.policies());

        var response = new BasicAuthorizationEngine().validate(new ValidationRequest(schema, policies));

        assertThat(response.validationPassed()).as("%s", response).isTrue();
        assertThat(response.warnings).as("%s", response).isEmpty();
        assertThat(policies.policies).hasSizeGreaterThan(10);
    }

    @Test
    void aPolicyWithAWordThatIsNotInTheSchemaIsFound() throws InternalException, AuthException {
        var schema = Schema.parse(Schema.JsonOrCedar.Cedar, PolicyTexts.schema());
        var policies = PolicySet.parsePolicies("permit (principal, action, resource) when { principal.tall };");

        var response = new BasicAuthorizationEngine().validate(new ValidationRequest(schema, policies));

        assertThat(response.validationPassed()).isFalse();
    }

    @Test
    void everyForbiddingPolicyHasASentenceForWhomItRefuses() throws InternalException {
        for (var policy : PolicySet.parsePolicies(PolicyTexts.policies()).policies) {
            var annotations = policy.getAnnotations();
            assertThat(annotations).containsKey("id");
            assertThat(annotations.containsKey("reason"))
                    .as(annotations.get("id"))
                    .isEqualTo(policy.getSource().contains("forbid ("));
        }
    }

    static Stream<Arguments> everyActionAndRole() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Arrays.stream(Role.values()).map(role -> Arguments.of(action, role)));
    }

    @ParameterizedTest
    @MethodSource("everyActionAndRole")
    void aRoleMayDoWhatTheTableSaysAndNothingElse(Action action, Role role) {
        var decision = POLICIES.decide(action, TestData.caller(TestData.person("somebody", role)), TestData.NOW);

        assertThat(decision instanceof Decision.Permitted)
                .isEqualTo(PERMITTED.getOrDefault(action, NOBODY).contains(role));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyUntrainedMayDoAnything(Action action) {
        var caller = caller(TestData.NOW, TestData.NOW.plusSeconds(1), Role.values());

        var decision = POLICIES.decide(action, caller, TestData.NOW);

        assertThat(reasons(decision)).contains("Your training is not current.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACKNOWLEDGE_POLICY", "VIEW_POLICY"})
    void whoHasNotAcknowledgedThePolicyMayDoNothingButReadItAndDoSo(Action action) {
        var caller = caller(TestData.NOW.plusSeconds(1), TestData.NOW, Role.values());

        var decision = POLICIES.decide(action, caller, TestData.NOW);

        assertThat(reasons(decision)).contains("You have not acknowledged the policy that is in force.");
    }

    @Test
    void bothAreToldWhenBothAreMissing() {
        var decision =
                POLICIES.decide(Action.SEARCH_PLATE, caller(TestData.NOW, TestData.NOW, Role.OPERATOR), TestData.NOW);

        assertThat(reasons(decision))
                .containsExactly(
                        "You have not acknowledged the policy that is in force.", "Your training is not current.");
    }

    @Test
    void whoHoldsNoFittingRoleIsToldSo() {
        var nobody = TestData.caller(TestData.person("somebody"));

        var decision = POLICIES.decide(Action.VIEW_HIT, nobody, TestData.NOW);

        assertThat(reasons(decision)).containsExactly("Your roles do not include this.");
    }

    @Test
    void dutiesStaySeparateForSomebodyWithTwoRoles() {
        var both = TestData.caller(TestData.person("somebody", Role.OPERATOR, Role.SYSTEM_ADMIN));

        assertThat(reasons(POLICIES.decide(Action.SEARCH_PLATE, both, TestData.NOW)))
                .containsExactly("A system administrator never searches plates and reads no images.");
        assertThat(reasons(POLICIES.decide(Action.STREAM_HIT_PICTURE, both, TestData.NOW)))
                .containsExactly("A system administrator reads no images.");
        assertThat(POLICIES.decide(Action.VIEW_HIT, both, TestData.NOW)).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void whoAuditsOrSellsExcludesNoPlacesWhateverElseTheyAre() {
        for (var duty : Set.of(Role.AUDITOR, Role.VENDOR)) {
            var both = TestData.caller(TestData.person("somebody", Role.CHIEF, duty));
            for (var action : Set.of(Action.ADD_EXCLUDED_ZONES, Action.REMOVE_EXCLUDED_ZONES)) {
                assertThat(POLICIES.decide(action, both, TestData.NOW))
                        .as(duty.code())
                        .isInstanceOf(Decision.Denied.class);
            }
        }
    }

    @Test
    void whoAsksForParametersOrAuditsNeverApprovesThemWhateverElseTheyAre() {
        for (var duty : Set.of(Role.SYSTEM_ADMIN, Role.AUDITOR, Role.VENDOR)) {
            var both = TestData.caller(TestData.person("somebody", Role.CHIEF, duty));

            assertThat(POLICIES.decide(Action.DECIDE_POLICY_REQUEST, both, TestData.NOW))
                    .as(duty.code())
                    .isInstanceOf(Decision.Denied.class);
        }
    }

    @Test
    void rolesOfEachRouteAreThoseThatThePoliciesPermit() {
        for (var route :
                Functions.ALL.stream().flatMap(spec -> spec.routes().stream()).toList()) {
            if (!route.roles().isEmpty()) {
                assertThat(route.roles()).as(route.operationId()).isEqualTo(PERMITTED.get(action(route)));
            }
        }
    }

    @Test
    void aStrangeNameIsOnlyAName() {
        var person = TestData.person("x\" == \"x\\ \uD83D\uDE00", Role.OPERATOR);

        var decision = POLICIES.decide(Action.VIEW_HIT, TestData.caller(person), TestData.NOW);

        assertThat(decision).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void theHashIsThatOfTheTextsAlone() {
        assertThat(CedarAccessPolicies.hash()).matches("[0-9a-f]{64}").isEqualTo(CedarAccessPolicies.hash());
    }

    private static Action action(Route route) {
        return Arrays.stream(Action.values())
                .filter(action -> action.code().equalsIgnoreCase(route.operationId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(Decision decision) {
        return switch (decision) {
            case Decision.Permitted() -> List.of("permitted");
            case Decision.Denied(var reasons) -> reasons;
        };
    }

    private static Caller caller(Instant trainedUntil, Instant acknowledgedUntil, Role... roles) {
        var person = TestData.person("somebody", roles);
        return TestData.caller(new Person(
                person.personId(),
                person.agency(),
                person.ori(),
                Arrays.stream(roles).collect(Collectors.toSet()),
                trainedUntil,
                acknowledgedUntil,
                null,
                true));
    }
}
