package passby.core.people;

import java.time.Clock;
import java.util.Collections;
import java.util.Set;

/** Turns a verified token into a caller: a known, active person with a second factor and a live session. */
public final class IdentifyCaller {
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "mfa", "hwk");

    /** A message to a phone number can be rerouted: a sign-in that used one is refused whatever else it used. (NIST SP 800-63B) */
    private static final Set<String> REFUSED_FACTORS = Set.of("sms", "tel");

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
    private final Clock clock;

    public IdentifyCaller(People people, Sessions sessions, Clock clock) {
        this.people = people;
        this.sessions = sessions;
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
        return switch (sessions.touch(claims.subject(), claims.sessionId(), claims.signedInAt(), clock.instant())) {
            case LIVE ->
                new Identity.Identified(new Caller(person.get(), claims.sessionId(), claims.signedInAt(), device));
            case LOCKED -> new Identity.Refused(Reason.SESSION_LOCKED);
        };
    }
}
