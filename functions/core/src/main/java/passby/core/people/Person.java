package passby.core.people;

import java.time.Instant;
import java.util.Set;
import passby.core.id.Ori;

/**
 * An account. Looked up at each request, never taken from a token, so that whoever is removed is out at once.
 *
 * @param personId the issuer's subject
 * @param agency name of the agency that the person acts for
 * @param ori that agency's nine-character identifier
 * @param roles what the person may act as
 * @param trainedUntil when the training runs out
 * @param acknowledgedUntil when the acknowledgement of the policy runs out
 * @param active false once disabled or revoked
 */
public record Person(
        String personId,
        String agency,
        Ori ori,
        Set<Role> roles,
        Instant trainedUntil,
        Instant acknowledgedUntil,
        boolean active) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** The same account after its person acknowledged the policy. */
    public Person acknowledged(Instant until) {
        return new Person(personId, agency, ori, roles, trainedUntil, until, active);
    }

    /** The same account, shut out. */
    public Person revoked() {
        return new Person(personId, agency, ori, roles, trainedUntil, acknowledgedUntil, false);
    }

    public boolean isTrained(Instant now) {
        return now.isBefore(trainedUntil);
    }

    public boolean hasAcknowledged(Instant now) {
        return now.isBefore(acknowledgedUntil);
    }
}
