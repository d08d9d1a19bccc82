package passby.core.search;

import java.util.Map;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.people.Role;
import passby.core.policy.EffectivePolicy;
import passby.core.request.Decision;
import passby.core.testing.TestData;

/** Makes searches that wait for a second person, or that one has allowed. */
public final class AWaitingSearch {
    private AWaitingSearch() {}

    /** @param body of the request */
    public static WaitingSearch pending(
            String requestId, String personId, Map<String, Object> body, EffectivePolicy policy, Purposes purposes) {
        var search = (Checked.Valid<PartialSearch>)
                PartialSearch.parseRequest(new Form(body), policy, purposes, TestData.NOW);
        var digest = Approvals.digest(TestData.CITY_KEY, search.value());
        return WaitingSearch.of(requestId, personId, digest, TestData.NOW, "entry-of-" + requestId);
    }

    public static WaitingSearch approved(WaitingSearch pending, String by) {
        return pending.decided(
                new Decision(by, Role.PROGRAM_MANAGER, TestData.NOW, "decision-of-" + pending.requestId()),
                WaitingSearch.State.APPROVED);
    }
}
