package passby.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.AppointPerson;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;

/**
 * Gives access, changes it and takes it away; each counts at the person's next request. The chief names Program Managers and
 * vendors, the Program Manager everybody else. (product.md, I1 to I4)
 */
public final class ManageAccess {
    /** How long a vendor's access lasts at most; the chief grants it anew. */
    public static final Duration VENDOR = Duration.ofDays(30);

    /** How long an acknowledgement of the policy counts. */
    public static final Duration ACKNOWLEDGEMENT = Duration.ofDays(365);

    private static final Set<Role> NAMED_BY_CHIEF = Set.of(Role.PROGRAM_MANAGER, Role.VENDOR);
    private static final String AT_THE_SAME_MOMENT = "Somebody else changed this person at the same moment. Try again.";

    private final Authorizer authorizer;
    private final People people;
    private final Clock clock;

    public ManageAccess(Authorizer authorizer, People people, Clock clock) {
        this.authorizer = authorizer;
        this.people = people;
        this.clock = clock;
    }

    /** Gives a person these roles in place of those before; a new person must acknowledge the policy first. */
    public Result<Person> grant(Caller caller, Form body) {
        return authorizer.handle(
                Action.GRANT_ACCESS,
                EntryType.ACCESS_GRANTED,
                caller,
                request -> request.check(
                        AccessForm.parse(body, request.policy().ori(), clock.instant()),
                        form -> grant(request.about(Field.SUBJECT, form.personId()), form)));
    }

    private Result<Person> grant(AuthorizedRequest request, AccessForm form) {
        var before = people.find(form.personId());
        var unmet = unmet(request.caller(), before, form);
        if (unmet.isPresent()) {
            return request.refuse(new Refusal.Unmet(unmet.get()));
        }
        var acknowledgedUntil = before.map(Person::acknowledgedUntil).orElse(Instant.EPOCH);
        var after = new Person(
                form.personId(),
                form.agency(),
                form.ori(),
                form.roles(),
                form.trainedUntil(),
                acknowledgedUntil,
                before.isPresent() ? before.get().acknowledgedPolicy() : null,
                true);
        return change(request, before, after);
    }

    private Optional<Requirement> unmet(Caller caller, Optional<Person> before, AccessForm form) {
        if (form.personId().equals(caller.person().personId())) {
            return Optional.of(Requirement.ANOTHER_PERSON);
        }
        if (!caller.hasFreshSecondFactor(clock.instant())) {
            return Optional.of(Requirement.FRESH_SECOND_FACTOR);
        }
        var held = before.map(Person::roles).orElse(Set.of());
        var wasOut = before.isEmpty() || !before.get().active();
        return mayGrant(caller.person().roles(), held, form.roles(), wasOut)
                ? Optional.empty()
                : Optional.of(Requirement.GRANTING_ROLE);
    }

    /** Whoever brings a person back grants every role that the person then holds. */
    private static boolean mayGrant(Set<Role> by, Set<Role> before, Set<Role> after, boolean wasOut) {
        if (before.contains(Role.CHIEF) || after.contains(Role.CHIEF)) {
            return false;
        }
        var changed = new HashSet<>(after);
        changed.addAll(before);
        if (!wasOut) {
            changed.removeIf(role -> before.contains(role) && after.contains(role));
        }
        var byChief = changed.stream().anyMatch(NAMED_BY_CHIEF::contains)
                || (before.contains(Role.VENDOR) && after.contains(Role.VENDOR));
        var byManager = !NAMED_BY_CHIEF.containsAll(changed);
        return (!byChief || by.contains(Role.CHIEF)) && (!byManager || by.contains(Role.PROGRAM_MANAGER));
    }

    /** Shuts a person out in one call, without a fresh second factor: a stolen phone does not wait. */
    public Result<Person> revoke(Caller caller, String personId) {
        return authorizer.handle(Action.REVOKE_ACCESS, EntryType.ACCESS_REVOKED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, personId);
            if (personId.equals(caller.person().personId())) {
                return request.refuse(new Refusal.Unmet(Requirement.ANOTHER_PERSON));
            }
            return people.find(personId)
                    .map(person -> change(request, Optional.of(person), person.revoked()))
                    .orElseGet(request::notFound);
        });
    }

    /** The body is {@code {"policyHash":"…"}}: who acknowledges says which text, and only the one in force counts. */
    public Result<Person> acknowledge(Caller caller, Form body) {
        return authorizer.handle(Action.ACKNOWLEDGE_POLICY, EntryType.POLICY_ACKNOWLEDGED, caller, authorized -> {
            var hash = body.string("policyHash", 64);
            var request = authorized.about(Field.SUBJECT, caller.person().personId());
            return request.check(body.checked(() -> hash), text -> {
                if (!text.equals(request.policy().hash())) {
                    return request.invalid(
                            List.of(new Problem("policyHash", "malformed", "the hash of the policy in force")));
                }
                var until = clock.instant().plus(ACKNOWLEDGEMENT);
                return change(
                        request.about(Field.ACTION, "acknowledge " + text),
                        Optional.of(caller.person()),
                        caller.person().acknowledged(until, text));
            });
        });
    }

    private Result<Person> change(AuthorizedRequest request, Optional<Person> before, Person after) {
        return request.about(Map.of(Field.GRANT, AppointPerson.grant(before.orElse(null), after)))
                .change(after, entry -> people.appoint(before.orElse(null), after, entry), AT_THE_SAME_MOMENT);
    }
}
