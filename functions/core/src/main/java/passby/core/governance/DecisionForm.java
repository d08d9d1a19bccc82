package passby.core.governance;

import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.governance.PolicyDecision.Verdict;
import passby.core.people.HeldRole;
import passby.core.people.Person;
import passby.core.people.Role;

/**
 * A decision as somebody sends it: {@code {"decision":"approve","role":"chief","reason":"…"}}.
 *
 * @param verdict approve or reject
 * @param role in which the person decides: one that decides, and one of their own
 * @param reason for the ledger
 */
record DecisionForm(Verdict verdict, Role role, String reason) {
    private static final int MAX_REASON = 500;

    static Checked<DecisionForm> parse(Form body, Person person) {
        var verdict = body.code("decision", Verdict::parse, "approve or reject");
        var role = HeldRole.parse(body, person, Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER);
        var reason = body.string("reason", MAX_REASON);
        return body.checked(() -> new DecisionForm(verdict.orElseThrow(), role.orElseThrow(), reason));
    }
}
