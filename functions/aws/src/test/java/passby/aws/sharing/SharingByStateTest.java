package passby.aws.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import passby.aws.policy.CedarAccessPolicies;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Outcome;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.StateProfile;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.sharing.Grant;
import passby.core.sharing.Sharing;
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** Whom a state's rules let be given reads: written requests through the real use case and the policies that a council reads. */
final class SharingByStateTest {
    private static final CedarAccessPolicies POLICIES = new CedarAccessPolicies();

    private static EffectivePolicy city(String profile) {
        return TestData.withProfile(TestData.policy(NonHitRetention.DAYS_21), profile);
    }

    private static Map<String, Object> requester(String requesterClass, String state, boolean declared) {
        var requester = Sharing.requester(requesterClass, state);
        if (declared) {
            requester.put(
                    "declaration",
                    Map.of("text", "Not for what the law forbids.", "signedBy", "Bo Lin", "signedAt", NOW.toString()));
        }
        return requester;
    }

    private static Result<Grant> filed(
            Sharing sharing, Map<String, Object> requester, String basis, String assignment) {
        var body = Sharing.body(requester);
        var purpose = new HashMap<>(Sharing.PURPOSE);
        purpose.put("legalBasis", basis);
        purpose.put("outsideAssignment", assignment);
        body.put("purpose", purpose);
        return sharing.manage().file(sharing.records, new Form(body));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            CA, out-of-state, NV, true,  warrant,              california-shares-in-state
            CA, federal,      CA, true,  warrant,              california-shares-in-state
            CA, defence,      CA, true,  court-order,          california-shares-in-state
            VA, out-of-state, MD, true,  warrant,              virginia-shares-in-state
            VA, federal,      VA, true,  warrant,              virginia-shares-in-state
            WA, out-of-state, OR, true,  warrant,              washington-shares-in-state
            WA, federal,      WA, true,  warrant,              washington-shares-in-state
            OR, out-of-state, WA, true,  reasonable-suspicion, oregon-shares-on-a-court-order
            OR, federal,      OR, true,  probable-cause,       oregon-shares-on-a-court-order
            IL, out-of-state, IN, false, warrant,              illinois-asks-for-a-declaration
            IL, federal,      IL, false, warrant,              illinois-asks-for-a-declaration
            MA, out-of-state, NH, false, warrant,              massachusetts-asks-for-a-declaration
            MA, federal,      MA, false, warrant,              massachusetts-asks-for-a-declaration
            MA, defence,      MA, false, court-order,          massachusetts-asks-for-a-declaration
            CT, out-of-state, NJ, true,  warrant,              connecticut-shares-with-three-states-on-a-pledge
            CT, out-of-state, NY, false, warrant,              connecticut-shares-with-three-states-on-a-pledge
            CT, federal,      CT, true,  warrant,              connecticut-shares-with-three-states-on-a-pledge
            """)
    void aPairThatAStatesLawForbidsIsRefusedWithItsRuleAndOnFile(
            String profile, String requesterClass, String state, boolean declared, String basis, String rule) {
        var sharing = new Sharing(city(profile), POLICIES);

        var refused = filed(sharing, requester(requesterClass, state, declared), basis, "none");

        assertThat(Results.refusal(refused))
                .isInstanceOfSatisfying(
                        Refusal.Denied.class,
                        denied -> assertThat(denied.reasons())
                                .singleElement()
                                .asString()
                                .startsWith(rule + ": In "));
        assertThat(sharing.city.ledger().entries(EntryType.GRANT_REQUESTED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED));
    }

    /** An officer of the state who works for a federal task force asks for it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            CA, dhs,  california-shares-in-state
            VA, fbi,  virginia-shares-in-state
            WA, jttf, washington-shares-in-state
            OR, dea,  oregon-shares-on-a-court-order
            IL, atf,  illinois-asks-for-a-declaration
            MA, dhs,  massachusetts-asks-for-a-declaration
            CT, dhs,  connecticut-shares-with-three-states-on-a-pledge
            """)
    void aFederalTaskForceIsFederalWhoeverLendsItsName(String profile, String assignment, String rule) {
        var sharing = new Sharing(city(profile), POLICIES);

        var refused = filed(
                sharing, requester("in-state-law-enforcement", profile, false), "reasonable-suspicion", assignment);

        assertThat(Results.refusal(refused))
                .isInstanceOfSatisfying(
                        Refusal.Denied.class,
                        denied -> assertThat(denied.reasons())
                                .singleElement()
                                .asString()
                                .startsWith(rule));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            CA, in-state-law-enforcement, CA, false, reasonable-suspicion
            CA, prosecutor,               CA, false, reasonable-suspicion
            VA, in-state-law-enforcement, VA, false, reasonable-suspicion
            VA, defence,                  VA, false, court-order
            WA, prosecutor,               WA, false, reasonable-suspicion
            OR, out-of-state,             WA, false, warrant
            OR, federal,                  OR, false, court-order
            IL, out-of-state,             IN, true,  reasonable-suspicion
            MA, out-of-state,             NH, true,  reasonable-suspicion
            MA, defence,                  MA, true,  court-order
            CT, out-of-state,             RI, true,  reasonable-suspicion
            CT, in-state-law-enforcement, CT, false, reasonable-suspicion
            """)
    void whatNoLawForbidsMayBeFiled(
            String profile, String requesterClass, String state, boolean declared, String basis) {
        var sharing = new Sharing(city(profile), POLICIES);

        var filed = filed(sharing, requester(requesterClass, state, declared), basis, "none");

        assertThat(Results.value(filed).state(NOW)).isEqualTo(Grant.State.REQUESTED);
    }

    @ParameterizedTest
    @EnumSource
    void noMemberOfThePublicIsGivenReadsInAnyState(StateProfile profile) {
        var sharing = new Sharing(city(profile.code()), POLICIES);

        var refused = filed(sharing, requester("public", "XX", true), "court-order", "none");

        assertThat(Results.refusal(refused))
                .isInstanceOfSatisfying(
                        Refusal.Denied.class,
                        denied -> assertThat(denied.reasons())
                                .contains("the-public-is-given-no-reads: No member of the public is given reads."
                                        + " The records officer answers a request for records redacted."));
    }

    @ParameterizedTest
    @CsvSource({"CA, in-state-law-enforcement, NV", "WA, prosecutor, OR", "VA, out-of-state, VA"})
    void nobodyChoosesAClassThatDoesNotFitTheirState(String profile, String requesterClass, String state) {
        var sharing = new Sharing(city(profile), POLICIES);

        var refused = filed(sharing, requester(requesterClass, state, false), "warrant", "none");

        assertThat(Results.problems(refused))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("requester.class malformed");
    }
}
