package passby.aws.people;

import java.util.Map;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of People: a person's own row and the rows of the sessions, side by side. */
final class PeopleRowKeys {
    private PeopleRowKeys() {}

    static Map<String, AttributeValue> person(String personId) {
        return Tables.PEOPLE.key(personId, "PERSON");
    }

    static Map<String, AttributeValue> session(String personId, String sessionId) {
        return Tables.PEOPLE.key(personId, "SESSION#" + sessionId);
    }
}
