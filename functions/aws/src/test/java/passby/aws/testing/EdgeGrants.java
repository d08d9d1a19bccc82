package passby.aws.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import passby.aws.evidence.PdfPages;
import passby.aws.policy.CedarAccessPolicies;
import passby.aws.sharing.GrantActions;
import passby.core.audit.InMemoryOpenings;
import passby.core.audit.Openings;
import passby.core.conduct.InMemoryActs;
import passby.core.evidence.CoveredPictures;
import passby.core.evidence.ExportEvidence;
import passby.core.evidence.LogProofs;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.picture.PlateMask;
import passby.core.reason.ReasonRules;
import passby.core.request.Authorizer;
import passby.core.request.InMemoryRequests;
import passby.core.request.SecondPerson;
import passby.core.search.Purposes;
import passby.core.sharing.AnswerRecordRequest;
import passby.core.sharing.Grant;
import passby.core.sharing.GrantStep;
import passby.core.sharing.ManageGrants;
import passby.core.sharing.ReleaseGrant;
import passby.core.testing.InMemoryCity;
import passby.core.testing.TestData;

/** What {@link EdgeCity} holds: one written request that waits for its review, and one that is approved. */
public final class EdgeGrants {
    /** A revision with the entry that tells of it. */
    public record Step(Grant grant, Entry entry) {}

    private static final Map<Field, String> ASKED = Map.of(
            Field.ON_BEHALF_OF,
            "{\"agency\":\"Shelbyville Police Department\",\"assignment\":\"none\",\"basis\":\"warrant\","
                    + "\"class\":\"in-state-law-enforcement\",\"ori\":\"XX0000001\",\"person\":\"Alma Reyes\",\"state\":\"XX\"}",
            Field.QUERY,
            "{\"cameraIds\":[],\"from\":\"" + TestData.NOW.minusSeconds(60)
                    + "\",\"plates\":[{\"plate\":\"3PSB001\",\"state\":\"CA\"}],\"to\":\"" + TestData.NOW + "\"}",
            Field.CASE_NUMBER,
            "26-004711");

    private final InMemoryCity stores;
    private final Clock clock;
    private final InMemoryRequests<Grant> grants;
    /** What was asked before the city of a test began: no entry of it is in its ledger. */
    private final InMemoryOpenings filed = new InMemoryOpenings();

    private final List<Step> steps = new ArrayList<>();

    EdgeGrants(InMemoryCity stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
        this.grants = new InMemoryRequests<>(stores.ledger());
        file(EdgeCity.WAITING_GRANT);
        var before = file(EdgeCity.APPROVED_GRANT);
        var entry = TestData.entry(EntryType.GRANT_DECIDED, Map.of());
        var approved = new Grant(
                before.grantId(),
                Grant.State.APPROVED,
                SecondPerson.GRANT.approvalLapses(TestData.NOW),
                List.of(before.steps().getFirst(), step("approved", EdgeCity.MANAGER, entry)),
                2);
        grants.put(approved);
        steps.add(new Step(approved, entry));
    }

    private Grant file(String grantId) {
        var entry = TestData.entry(EntryType.GRANT_REQUESTED, ASKED);
        var grant = new Grant(
                grantId,
                Grant.State.REQUESTED,
                SecondPerson.GRANT.requestLapses(TestData.NOW),
                List.of(step("requested", EdgeCity.RECORDS, entry)),
                1);
        grants.put(grant);
        filed.accept(entry);
        steps.add(new Step(grant, entry));
        return grant;
    }

    private static GrantStep step(String what, String by, Entry entry) {
        return new GrantStep(what, by, TestData.NOW, entry.entryId(), entry.canonical());
    }

    /** In the order in which they were taken. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    GrantActions actions(Authorizer authorizer, LogProofs proofs, Ulids ids) {
        var policies = new CedarAccessPolicies();
        Openings openings = asked -> {
            var found = new HashMap<>(filed.find(asked));
            asked.stream()
                    .filter(id -> !stores.ledger().openings(id).isEmpty())
                    .forEach(id -> found.put(id, stores.ledger().openings(id)));
            return found;
        };
        var manage = new ManageGrants(
                authorizer,
                grants,
                openings,
                policies,
                stores.cameras(),
                stores.people(),
                new Purposes(ReasonRules.load(), stores.counters(), clock),
                ids,
                clock);
        var release = new ReleaseGrant(
                authorizer,
                grants,
                openings,
                policies,
                stores.people(),
                stores.frames(),
                () -> TestData.CITY_KEY,
                new CoveredPictures(stores.pictures(), (picture, parts) -> new PlateMask.Masked.Done(picture)),
                new PdfPages(),
                proofs,
                ExportEvidence.checker(),
                clock);
        var records = new AnswerRecordRequest(
                authorizer,
                stores.frames(),
                new InMemoryActs(),
                stores.suppressions(),
                stores.limits(),
                () -> TestData.CITY_KEY,
                clock);
        return new GrantActions(manage, release, records, clock);
    }
}
