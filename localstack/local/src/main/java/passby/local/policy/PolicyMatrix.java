package passby.local.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.StateProfile;
import passby.core.search.LegalBasis;
import passby.core.search.Offence;
import passby.core.search.Purposes;
import passby.local.policy.PolicySimulator.Question;

/**
 * Roles, actions, purposes, requesters and profiles, each with each. A dimension that no rule of an action names is not
 * multiplied: an action without a purpose has the same answer for every purpose, requester and profile.
 */
public final class PolicyMatrix {
    /**
     * One answer.
     *
     * @param purpose a name of {@link StatedPurpose.Kind}, or {@code any}
     * @param requester a class, or {@code any}
     * @param profile a state, or {@code any}
     */
    public record Cell(Role role, Action action, String purpose, String requester, String profile, boolean allowed) {}

    static final String ANY = "any";

    private static final LegalBasis USUAL = LegalBasis.REASONABLE_SUSPICION;

    /** @param grant whether it is written from outside, and not searched for */
    private record Why(StatedPurpose.Kind kind, Requester requester, StateProfile profile, boolean grant) {}

    private final PolicySimulator simulator;
    private final Map<Why, Boolean> lawful = new HashMap<>();

    public PolicyMatrix(PolicySimulator simulator) {
        this.simulator = simulator;
    }

    /** Every cell, allowed or not. */
    public List<Cell> cells() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Arrays.stream(Role.values()).flatMap(role -> cells(role, action)))
                .toList();
    }

    private Stream<Cell> cells(Role role, Action action) {
        var grant = action == Action.REQUEST_GRANT;
        var usual = grant ? Requester.IN_STATE_LAW_ENFORCEMENT : Requester.SELF;
        var permitted = allowed(role, action, new Why(StatedPurpose.Kind.OFFENCE, usual, StateProfile.DEFAULT, grant));
        if (!Purposes.ASKED_AT.contains(action)) {
            return Stream.of(new Cell(role, action, ANY, ANY, ANY, permitted));
        }
        return whys(grant)
                .map(why -> new Cell(
                        role,
                        action,
                        why.kind().purpose().name(),
                        why.requester().code(),
                        why.profile().code(),
                        permitted && lawful.computeIfAbsent(why, each -> allowed(role, action, each))));
    }

    private static Stream<Why> whys(boolean grant) {
        return Arrays.stream(StateProfile.values())
                .flatMap(profile -> Arrays.stream(Requester.values())
                        .flatMap(requester -> Arrays.stream(StatedPurpose.Kind.values())
                                .map(kind -> new Why(kind, requester, profile, grant))));
    }

    private boolean allowed(Role role, Action action, Why why) {
        return simulator
                .ask(new Question(
                        Set.of(role), true, action, why.kind().purpose(), USUAL, why.requester(), why.profile()))
                .allowed();
    }

    /** For each profile whose law closes a ground of search that others leave open: how many, and which. */
    public Map<StateProfile, List<String>> closedGrounds() {
        return Arrays.stream(StateProfile.values())
                .collect(Collectors.toMap(profile -> profile, this::closedGrounds))
                .entrySet()
                .stream()
                .filter(profile -> !profile.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> closedGrounds(StateProfile profile) {
        return Arrays.stream(LegalBasis.values())
                .flatMap(basis -> Arrays.stream(Offence.values())
                        .filter(offence -> !searches(offence, basis, profile))
                        .map(offence -> basis.code() + " " + offence.code()))
                .toList();
    }

    private boolean searches(Offence offence, LegalBasis basis, StateProfile profile) {
        return simulator
                .ask(new Question(
                        Set.of(Role.OPERATOR),
                        true,
                        Action.SEARCH_PLATE,
                        StatedPurpose.of(offence.code()),
                        basis,
                        Requester.SELF,
                        profile))
                .allowed();
    }
}
