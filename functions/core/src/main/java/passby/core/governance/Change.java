package passby.core.governance;

import java.util.List;
import java.util.stream.Collectors;
import passby.core.policy.Parameter;

/**
 * One field of the effective policy that is to say something else.
 *
 * @param what the field, by the parameter that sets it
 * @param from the word that was in force when it was asked for
 * @param to the word that is asked for
 */
public record Change(Parameter what, String from, String to) {
    /** Whether both ask for the same, whatever was in force before; of zones, whether the same ones go. */
    boolean asksTheSame(Change other) {
        return what == other.what
                && to.equals(other.to)
                && (what != Parameter.EXCLUDED_ZONES || from.equals(other.from));
    }

    /** As a ledger entry tells them, such as {@code NonHitRetention: 7d to 30d}. */
    static String string(List<Change> changes) {
        return changes.stream().map(Change::string).collect(Collectors.joining("; "));
    }

    /** The corners of places are no reading for people: which ones go stands in the request's own entry. */
    private String string() {
        return what == Parameter.EXCLUDED_ZONES
                ? what.code() + ": fewer places"
                : what.code() + ": " + from + " to " + to;
    }
}
