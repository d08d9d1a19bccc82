package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.APolicyRequest.LONGER;
import static passby.core.testing.APolicyRequest.decided;
import static passby.core.testing.APolicyRequest.pending;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.governance.PolicyDecision.Verdict;
import passby.core.governance.PolicyRequest.State;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.PolicyDocuments;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link PolicyRequests} does. */
public abstract class PolicyRequestsContract {
    private final Unique unique = new Unique();

    /** Without any request: a store of its own for each test. */
    protected abstract PolicyRequests requests();

    /** Of the same city. */
    protected abstract PolicyDocuments documents();

    private Commit add(PolicyRequest request, @Nullable PolicyRequest before) {
        return requests().add(request, before, TestData.entry(EntryType.POLICY_REQUESTED));
    }

    private PolicyRequest added() {
        var request = pending(unique.ulid(TestData.NOW), LONGER, new Change(Parameter.CAMERA_UPLOAD_RATE, "60", "120"));
        assertThat(add(request, null)).isInstanceOf(Commit.Done.class);
        return request;
    }

    private Commit revise(PolicyRequest revised, @Nullable EffectivePolicy next) {
        return requests().revise(revised, next, TestData.entry(EntryType.POLICY_REQUEST_DECIDED));
    }

    @Test
    void aRequestIsFoundAsItWasAdded() {
        var request = added();

        assertThat(requests().find(request.requestId())).contains(request);
        assertThat(requests().newest(1)).containsExactly(request);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        added();

        assertThat(requests().find(unique.ulid(TestData.NOW))).isEmpty();
        assertThat(requests().find("policy")).isEmpty();
        assertThat(requests().find("")).isEmpty();
        assertThat(requests().find("REQUEST")).isEmpty();
    }

    @Test
    void withoutAnyThereAreNone() {
        assertThat(requests().newest(20)).isEmpty();
    }

    @Test
    void aNewerRequestSupersedesTheOneThatIsPending() {
        var first = added();
        var second = pending(unique.ulid(TestData.NOW.plusSeconds(1)), LONGER);

        assertThat(add(second, first)).isInstanceOf(Commit.Done.class);

        assertThat(requests().newest(20)).containsExactly(second, first.superseded());
        assertThat(requests().find(first.requestId()).orElseThrow().stored()).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void aNewerRequestLeavesAClosedOneAsItIs() {
        var first = added();
        var entry = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        var rejected = decided(first, State.REJECTED, "chief-ito", Role.CHIEF, entry);
        requests().revise(rejected, null, entry);
        var second = pending(unique.ulid(TestData.NOW.plusSeconds(1)), LONGER);

        assertThat(add(second, rejected)).isInstanceOf(Commit.Done.class);

        assertThat(requests().newest(20)).containsExactly(second, rejected);
    }

    @Test
    void whoHasNotSeenTheNewestAddsNothing() {
        var first = added();
        var second = pending(unique.ulid(TestData.NOW.plusSeconds(1)), LONGER);
        var entry = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        requests().revise(decided(first, State.PENDING, "chief-ito", Role.CHIEF, entry), null, entry);

        assertThat(add(second, null)).isEqualTo(new Commit.Conflict());
        assertThat(add(second, first)).isEqualTo(new Commit.Conflict());

        assertThat(requests().newest(20)).hasSize(1);
        assertThat(requests().find(second.requestId())).isEmpty();
    }

    @Test
    void decisionsAreFoundInTheirOrder() {
        var first = added();
        var one = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        var once = decided(first, State.PENDING, "records-zhou", Role.RECORDS_OFFICER, one);
        var two = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        var twice = decided(once, State.REJECTED, "chief-ito", Role.CHIEF, two);

        assertThat(requests().revise(once, null, one)).isEqualTo(new Commit.Done(one.accepted()));
        assertThat(requests().revise(twice, null, two)).isEqualTo(new Commit.Done(two.accepted()));

        assertThat(requests().find(first.requestId())).contains(twice);
        assertThat(requests().newest(1)).containsExactly(twice);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTooLate() {
        var first = added();
        var one = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        requests().revise(decided(first, State.PENDING, "chief-ito", Role.CHIEF, one), null, one);
        var two = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);

        var late =
                requests().revise(decided(first, State.REJECTED, "manager-osei", Role.PROGRAM_MANAGER, two), null, two);

        assertThat(late).isEqualTo(new Commit.Conflict());
        assertThat(requests().find(first.requestId()).orElseThrow().decisions()).hasSize(1);
    }

    @Test
    void nobodyDecidesTwice() {
        var first = added();
        var one = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        var once = decided(first, State.PENDING, "chief-ito", Role.CHIEF, one);
        requests().revise(once, null, one);
        var two = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);

        var again = requests().revise(decided(once, State.APPROVED, "chief-ito", Role.PROGRAM_MANAGER, two), null, two);

        assertThat(again).isEqualTo(new Commit.Conflict());
        assertThat(requests().find(first.requestId())).contains(once);
    }

    @Test
    void whoDecidesAnewDoesSoInThePlaceOfTheDecisionBefore() {
        var first = added();
        var one = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        var once = decided(first, State.PENDING, "chief-ito", Role.CHIEF, one);
        requests().revise(once, null, one);
        var two = TestData.entry(EntryType.POLICY_REQUEST_DECIDED);
        var later = NOW.plus(Duration.ofMinutes(20));
        var anew = once.with(
                new PolicyDecision("chief-ito", Role.CHIEF, Verdict.APPROVE, "Again", later, later, two.entryId()),
                State.PENDING);

        assertThat(requests().revise(anew, null, two)).isEqualTo(new Commit.Done(two.accepted()));

        assertThat(requests().find(first.requestId())).contains(anew);
        assertThat(anew.decisions()).hasSize(1);
    }

    @Test
    void anApprovalAndTheVersionThatItPutsInForceAreOneChange() {
        documents().put(TestData.policy(1, NonHitRetention.DAYS_7), TestData.entry(EntryType.POLICY_CHANGED));
        var request = added();
        var entry = TestData.entry(EntryType.POLICY_CHANGED);
        var approved = decided(request, State.APPROVED, "chief-ito", Role.CHIEF, entry);

        var done = requests().revise(approved, TestData.policy(2, NonHitRetention.DAYS_30), entry);

        assertThat(done).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(documents().current()).isEqualTo(TestData.policy(2, NonHitRetention.DAYS_30));
        assertThat(requests().find(request.requestId())).contains(approved);
    }

    @Test
    void anApprovalOntoAPolicyThatChangedSinceChangesNothing() {
        documents().put(TestData.policy(1, NonHitRetention.DAYS_7), TestData.entry(EntryType.POLICY_CHANGED));
        documents().put(TestData.policy(2, NonHitRetention.DAYS_3), TestData.entry(EntryType.POLICY_CHANGED));
        var request = added();
        var entry = TestData.entry(EntryType.POLICY_CHANGED);
        var approved = decided(request, State.APPROVED, "chief-ito", Role.CHIEF, entry);

        var late = requests().revise(approved, TestData.policy(2, NonHitRetention.DAYS_30), entry);

        assertThat(late).isEqualTo(new Commit.Conflict());
        assertThat(documents().current()).isEqualTo(TestData.policy(2, NonHitRetention.DAYS_3));
        assertThat(requests().find(request.requestId())).contains(request);
    }

    @Test
    void aRequestIsSupersededWithoutADecision() {
        var request = added();

        assertThat(revise(request.superseded(), null)).isInstanceOf(Commit.Done.class);

        assertThat(requests().newest(1)).containsExactly(request.superseded());
    }
}
