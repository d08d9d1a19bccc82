package passby.core.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * @param acknowledgedPolicy hash of the policy that they acknowledged by themselves; null where somebody else said so for them
 * @param active false once disabled or revoked
 */
public record Person(
        String personId,
        String agency,
        Ori ori,
        Set<Role> roles,
        Instant trainedUntil,
        Instant acknowledgedUntil,
        @Nullable String acknowledgedPolicy,
        boolean active) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** The same account after its person acknowledged the policy of that hash. */
    public Person acknowledged(Instant until, String policyHash) {
        return new Person(personId, agency, ori, roles, trainedUntil, until, policyHash, active);
    }

    /** The same account while the policy of that hash is in force: who acknowledged another text is asked again. */
    public Person under(String policyHash) {
        return acknowledgedPolicy == null || acknowledgedPolicy.equals(policyHash)
                ? this
                : acknowledged(Instant.EPOCH, acknowledgedPolicy);
    }

    /** The same account, shut out. */
    public Person revoked() {
        return new Person(personId, agency, ori, roles, trainedUntil, acknowledgedUntil, acknowledgedPolicy, false);
    }

    public boolean isTrained(Instant now) {
        return now.isBefore(trainedUntil);
    }

    public boolean hasAcknowledged(Instant now) {
        return now.isBefore(acknowledgedUntil);
    }
}
