package passby.core.people;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * Turns a verified token into a caller: a known, active person with a second factor and a live session. The first request of a
 * sign-in enters it, once, however many come at the same time; no other request costs anything for it.
 */
public final class IdentifyCaller {
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "mfa", "hwk");

    /** A message to a phone number can be rerouted: a sign-in that used one is refused whatever else it used. (NIST SP 800-63B) */
    private static final Set<String> REFUSED_FACTORS = Set.of("sms", "tel");

    /** An account that nobody used for longer is disabled. (CJIS Security Policy 5.9.5, AC-2) */
    public static final Duration UNUSED = Duration.ofDays(90);

    /** The actor of the entry that disables it. */
    public static final String CITY = "city-clock";

    /** Who it is, or why nobody. */
    public sealed interface Identity {
        record Identified(Caller caller) implements Identity {}

        record Refused(Reason reason) implements Identity {}
    }

    /** Why a valid token does not make a caller. */
    public enum Reason {
        NO_SECOND_FACTOR,
        REFUSED_FACTOR,
        UNKNOWN_PERSON,
        DISABLED,
        SESSION_LOCKED
    }

    private final People people;
    private final Sessions sessions;
    private final Supplier<String> policyHash;
    private final EntryFactory entries;
    private final Clock clock;

    /** @param policyHash of the effective policy in force */
    public IdentifyCaller(
            People people, Sessions sessions, Supplier<String> policyHash, EntryFactory entries, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.policyHash = policyHash;
        this.entries = entries;
        this.clock = clock;
    }

    public Identity handle(Claims claims, String device) {
        if (Collections.disjoint(claims.factors(), SECOND_FACTORS)) {
            return new Identity.Refused(Reason.NO_SECOND_FACTOR);
        }
        if (!Collections.disjoint(claims.factors(), REFUSED_FACTORS)) {
            return new Identity.Refused(Reason.REFUSED_FACTOR);
        }
        var person = people.find(claims.subject());
        if (person.isEmpty()) {
            return new Identity.Refused(Reason.UNKNOWN_PERSON);
        }
        if (!person.get().active()) {
            return new Identity.Refused(Reason.DISABLED);
        }
        var caller = new Caller(person.get(), claims.sessionId(), claims.signedInAt(), device);
        return switch (sessions.touch(claims.subject(), claims.sessionId(), claims.signedInAt(), clock.instant())) {
            case LIVE -> new Identity.Identified(caller);
            case NEW -> isUnused(person.get()) ? disable(person.get()) : begin(caller, claims.factors());
            case LOCKED -> new Identity.Refused(Reason.SESSION_LOCKED);
        };
    }

    private boolean isUnused(Person person) {
        return sessions.lastUsed(person.personId())
                .filter(used -> !clock.instant().isBefore(used.plus(UNUSED)))
                .isPresent();
    }

    /** Whoever grants access gives it back. When somebody changed the account at the same time, the next sign-in tries again. */
    private Identity disable(Person person) {
        var committed = Map.of(
                Field.ACTOR,
                CITY,
                Field.SUBJECT,
                person.personId(),
                Field.REASON,
                "unused for " + UNUSED.toDays() + " days",
                Field.GRANT,
                AppointPerson.grant(person, person.revoked()));
        var entry = entries.create(EntryType.ACCOUNT_DISABLED, Outcome.DONE, policyHash.get(), committed);
        people.appoint(person, person.revoked(), entry);
        return new Identity.Refused(Reason.DISABLED);
    }

    /** Whoever loses the race for the session's row is identified like everybody after them. */
    private Identity begin(Caller caller, Set<String> factors) {
        var shown = factors.stream().filter(SECOND_FACTORS::contains).sorted().toList();
        var committed = Map.of(
                Field.ACTOR, caller.person().personId(),
                Field.AGENCY, caller.person().agency(),
                Field.ORI, caller.person().ori().value(),
                Field.DEVICE, caller.device(),
                Field.ACTION,
                        String.join(" ", shown) + " at " + caller.signedInAt().truncatedTo(ChronoUnit.SECONDS));
        var entry = entries.create(EntryType.SIGN_IN, Outcome.DONE, policyHash.get(), committed);
        var session = new Session(
                caller.person().personId(), caller.sessionId(), caller.signedInAt(), clock.instant(), caller.device());
        sessions.begin(session, entry);
        return new Identity.Identified(caller);
    }
}
