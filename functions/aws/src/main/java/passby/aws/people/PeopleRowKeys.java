package passby.aws.people;

import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of People: a person's own row and the rows of the sessions, side by side. */
final class PeopleRowKeys {
    private PeopleRowKeys() {}

    static Key person(String personId) {
        return Tables.PEOPLE.key(personId, "PERSON");
    }

    static Key session(String personId, String sessionId) {
        return Tables.PEOPLE.key(personId, "SESSION#" + sessionId);
    }
}
