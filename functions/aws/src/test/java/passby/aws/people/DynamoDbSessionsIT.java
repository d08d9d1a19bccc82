package passby.aws.people;

import passby.aws.dynamodb.StoredCity;
import passby.core.people.Sessions;
import passby.core.people.SessionsContract;

/** {@link DynamoDbSessions} over DynamoDB Local. */
final class DynamoDbSessionsIT extends SessionsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Sessions sessions() {
        return new DynamoDbSessions(CITY.client(), CITY.tables());
    }
}
