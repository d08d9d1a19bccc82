package passby.core.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.id.Ori;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.plate.IssuingState;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.StateProfile;
import passby.core.search.LegalBasis;
import passby.core.search.OutsideAssignment;
import passby.core.search.Purpose;

/**
 * Who asks from outside, and all that a state's law looks at.
 *
 * @param agency its name; of a defender or a member of the public the office or the name
 * @param ori its identifier; null for whoever has none
 * @param person who asks for it
 * @param requesterClass what it is
 * @param state two letters, where it belongs
 * @param basis on what ground it asks
 * @param assignment the task force that the person works for
 * @param declaration what it signed, or null
 */
public record OutsideRequester(
        String agency,
        @Nullable Ori ori,
        String person,
        RequesterClass requesterClass,
        String state,
        LegalBasis basis,
        OutsideAssignment assignment,
        @Nullable Declaration declaration) {
    private static final int MAX_NAME = 100;
    private static final String DECLARATION = "declaration";

    /** What the form says of the requester apart from the purpose. */
    record Stated(
            String agency,
            @Nullable Ori ori,
            String person,
            RequesterClass requesterClass,
            String state,
            @Nullable Declaration declaration) {
        OutsideRequester with(Purpose purpose) {
            return new OutsideRequester(
                    agency,
                    ori,
                    person,
                    requesterClass,
                    state,
                    purpose.legalBasis(),
                    purpose.outsideAssignment(),
                    declaration);
        }
    }

    /** Notes everything that is missing or wrong on the form. */
    static Optional<Stated> parse(Form form, EffectivePolicy policy, Instant now) {
        var agency = form.string("agency", MAX_NAME);
        var ori = form.optionalString("ori", 9)
                .flatMap(text -> Ori.parse(text).or(() -> {
                    form.reject("ori", "malformed", Ori.DESCRIBED);
                    return Optional.empty();
                }));
        var person = form.string("person", MAX_NAME);
        var requesterClass = form.code("class", RequesterClass::parse, "a class of requesters of the closed list");
        var state = form.string("state", IssuingState.CODE, "two capital letters");
        var declaration = Declaration.parse(form, now);
        requesterClass.ifPresent(known -> checkPlace(form, known, state, ori, policy.stateProfile()));
        return requesterClass.map(
                known -> new Stated(agency, ori.orElse(null), person, known, state, declaration.orElse(null)));
    }

    /** Nobody passes as an agency of the city's own state who belongs to another one. */
    private static void checkPlace(
            Form form, RequesterClass known, String state, Optional<Ori> ori, StateProfile profile) {
        if (known.isAgency() && ori.isEmpty() && form.isValid("ori")) {
            form.reject("ori", "missing", "required of an agency");
        }
        var ofState =
                switch (known) {
                    case IN_STATE_LAW_ENFORCEMENT, PROSECUTOR, OUT_OF_STATE -> true;
                    case FEDERAL, DEFENCE, PUBLIC -> false;
                };
        if (!ofState || !form.isValid("state")) {
            return;
        }
        ori.filter(identifier -> !identifier.value().startsWith(state))
                .ifPresent(_ -> form.reject("ori", "malformed", "an identifier of the state that is named"));
        var here = profile == StateProfile.DEFAULT || profile.code().equals(state);
        var elsewhere = profile == StateProfile.DEFAULT || !profile.code().equals(state);
        if (known == RequesterClass.OUT_OF_STATE ? !elsewhere : !here) {
            form.reject("class", "malformed", "the class that fits the state: another state's agency is out-of-state");
        }
    }

    public boolean isDeclared() {
        return declaration != null;
    }

    /** Whether a court said so. */
    public boolean isOrderedByCourt() {
        return basis.isOfCourt();
    }

    /** Whether a federal agency would have what is given: by itself, or through a task force that it leads. */
    public boolean isFederal() {
        return requesterClass == RequesterClass.FEDERAL
                || switch (assignment) {
                    case ATF, DEA, DHS, FBI, HIDTA, JTTF, US_MARSHALS -> true;
                    case NONE, STATE_TASK_FORCE, COUNTY_TASK_FORCE -> false;
                };
    }

    /** As the ledger commits to it. */
    String canonical() {
        var json = new TreeMap<String, Object>(Map.of(
                "agency",
                agency,
                "person",
                person,
                "class",
                requesterClass.code(),
                "state",
                state,
                "basis",
                basis.code(),
                "assignment",
                assignment.code()));
        if (ori != null) {
            json.put("ori", ori.value());
        }
        if (declaration != null) {
            json.put(DECLARATION, declaration.canonical());
        }
        return CanonicalJson.write(json);
    }

    /** @param canonical that {@link #canonical()} wrote */
    static OutsideRequester of(String canonical) {
        var json = (Map<?, ?>) CanonicalJsonReader.parse(canonical);
        var ori = json.get("ori");
        var declaration = json.get(DECLARATION);
        return new OutsideRequester(
                text(json, "agency"),
                ori == null ? null : new Ori((String) ori),
                text(json, "person"),
                RequesterClass.parse(text(json, "class")).orElseThrow(),
                text(json, "state"),
                LegalBasis.parse(text(json, "basis")).orElseThrow(),
                OutsideAssignment.parse(text(json, "assignment")).orElseThrow(),
                declaration == null ? null : declaration((String) declaration));
    }

    private static Declaration declaration(String canonical) {
        var json = (Map<?, ?>) CanonicalJsonReader.parse(canonical);
        return new Declaration(text(json, "sha256"), text(json, "signedBy"), Instant.parse(text(json, "signedAt")));
    }

    private static String text(Map<?, ?> json, String name) {
        return (String) Objects.requireNonNull(json.get(name));
    }
}
