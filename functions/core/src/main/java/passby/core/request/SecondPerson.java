package passby.core.request;

import java.time.Duration;
import java.time.Instant;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;

/**
 * Every kind of request that a second person decides, and how long request and approval count: the request for a day, an
 * approval until a quarter of an hour after its person showed a second factor. No use case has a rule of its own beside it.
 * (product.md, E5; decision 0320)
 */
public enum SecondPerson {
    /** A looser policy takes two approvals: the first one waits for the second. */
    POLICY(Waiting.FOR_ANOTHER_APPROVAL),
    /** A search by a part of a plate is approved, and then made by the person who asked. */
    SEARCH(Waiting.FOR_ITS_USE),
    /** A written request of another agency is approved, and then released. */
    GRANT(Waiting.FOR_ITS_USE),
    /** A file of a list whose agency does not sign is approved, and then sent. */
    LIST_FILE(Waiting.FOR_ITS_USE),
    LIST_SOURCE(Waiting.FOR_NOTHING),
    HOT_LIST_ENTRY(Waiting.FOR_NOTHING),
    /** The placing of a hold beyond 14 days, its renewal and its release. */
    HOLD(Waiting.FOR_NOTHING),
    /** A lost second factor: approved, the account begins with a new one. */
    FACTOR_RESET(Waiting.FOR_NOTHING);

    /** What an approval waits for before it has its effect. */
    public enum Waiting {
        FOR_ANOTHER_APPROVAL,
        FOR_ITS_USE,
        /** It has its effect at once, so that it cannot lapse. */
        FOR_NOTHING
    }

    /** What whoever comes too late is told. */
    public static final String LAPSED = "Nobody decided within 24 hours: the request has lapsed. Ask for it anew.";

    private static final Duration REQUEST = Duration.ofHours(24);
    private static final Duration APPROVAL = Duration.ofMinutes(15);

    private final Waiting approval;

    SecondPerson(Waiting approval) {
        this.approval = approval;
    }

    public Waiting approval() {
        return approval;
    }

    /** @param askedAt when the request was made */
    public Instant requestLapses(Instant askedAt) {
        return askedAt.plus(REQUEST);
    }

    /** Whoever asked at that moment or before it asked too long ago. */
    public Instant openSince(Instant now) {
        return now.minus(REQUEST);
    }

    /** Whether it may still be decided. */
    public boolean isOpen(Instant askedAt, Instant now) {
        return now.isBefore(requestLapses(askedAt));
    }

    /** @param factorShownAt when the second person last showed their second factor, as their token says */
    public Instant approvalLapses(Instant factorShownAt) {
        return factorShownAt.plus(APPROVAL);
    }

    /** Another person, in a role that the one who asks does not hold: a deputy of the same office does not count. */
    public static boolean isIndependent(Person decides, Role as, String askedBy, People people) {
        return !decides.personId().equals(askedBy)
                && people.find(askedBy)
                        .filter(Person::active)
                        .filter(asker -> !asker.roles().contains(as))
                        .isPresent();
    }

    /** Whether an approval that waits still counts. */
    public boolean counts(Instant factorShownAt, Instant now) {
        return now.isBefore(approvalLapses(factorShownAt));
    }
}
