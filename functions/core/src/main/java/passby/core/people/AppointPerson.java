package passby.core.people;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ori;
import passby.core.ledger.Accepted;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * Enters a person into the city's registry, or changes what is said there of one. An administrator of the AWS account does
 * it, by hand and outside the API: somebody has to appoint the first person, and whoever may appoint people is nobody whom
 * the API knows. The entry commits to all that was said before and all that is said now.
 */
public final class AppointPerson {
    /** The actor of every such entry: the account's own log tells which administrator it was. */
    public static final String ACTOR = "aws-account-administrator";

    /** What came of it. */
    public sealed interface Answer {
        record Appointed(Person person, Accepted accepted) implements Answer {}

        record Invalid(List<Problem> problems) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Somebody else changed the person at the same time: nothing was written. */
        record Conflict() implements Answer {}
    }

    private final Supplier<String> policyHash;
    private final Supplier<Ori> own;
    private final People people;
    private final EntryFactory entries;

    /**
     * @param policyHash of the policy in force at each call
     * @param own the identifier of the city's own agency
     */
    public AppointPerson(Supplier<String> policyHash, Supplier<Ori> own, People people, EntryFactory entries) {
        this.policyHash = policyHash;
        this.own = own;
        this.people = people;
        this.entries = entries;
    }

    public Answer handle(Form body) {
        return switch (PersonForm.parse(body, own.get())) {
            case Checked.Invalid<Person>(var problems) -> new Answer.Invalid(problems);
            case Checked.Valid<Person>(var person) -> appoint(person);
        };
    }

    private Answer appoint(Person person) {
        var before = people.find(person.personId());
        var entry = entries.create(
                EntryType.PERSON_APPOINTED,
                Outcome.DONE,
                policyHash.get(),
                Map.of(
                        Field.ACTOR, ACTOR,
                        Field.SUBJECT, person.personId(),
                        Field.AGENCY, person.agency(),
                        Field.ORI, person.ori().value(),
                        Field.GRANT, grant(before.orElse(null), person)));
        return switch (people.appoint(before.orElse(null), person, entry)) {
            case Commit.Done(var accepted) -> new Answer.Appointed(person, accepted);
            case Commit.Conflict() -> new Answer.Conflict();
        };
    }

    /** All that was said before and all that is said now, in canonical JSON. */
    public static String grant(@Nullable Person before, Person after) {
        return CanonicalJson.write(Map.of("before", before == null ? Map.of() : said(before), "after", said(after)));
    }

    private static Map<String, Object> said(Person person) {
        return Map.of(
                "agency", person.agency(),
                "ori", person.ori().value(),
                "roles", person.roles().stream().map(Role::code).sorted().toList(),
                "trainedUntil", person.trainedUntil().toString(),
                "acknowledgedUntil", person.acknowledgedUntil().toString(),
                "active", person.active());
    }
}
