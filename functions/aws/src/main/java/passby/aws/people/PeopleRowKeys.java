package passby.aws.people;

import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/** Keys of People: a person's own row, the rows of the sessions, and what is known of sign-ins, side by side. */
final class PeopleRowKeys {
    private static final String SESSION = "SESSION#";

    private PeopleRowKeys() {}

    static Key person(String personId) {
        return Tables.PEOPLE.key(personId, "PERSON");
    }

    static Key session(String personId, String sessionId) {
        return Tables.PEOPLE.key(personId, sessionPart(sessionId));
    }

    static String sessionPart(String sessionId) {
        return SESSION + sessionId;
    }

    /** Back from {@link #sessionPart}. */
    static String sessionId(String part) {
        return part.substring(SESSION.length());
    }

    static QueryConditional sessionsOf(String personId) {
        return QueryConditional.sortBeginsWith(Tables.PEOPLE.key(personId, SESSION));
    }

    /** When the account was last used. */
    static Key use(String personId) {
        return Tables.PEOPLE.key(personId, "USE");
    }

    /** The attempts to sign in that did not succeed yet. */
    static Key attempts(String personId) {
        return Tables.PEOPLE.key(personId, "ATTEMPTS");
    }
}
