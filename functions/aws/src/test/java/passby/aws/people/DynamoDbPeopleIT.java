package passby.aws.people;

import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.DurableEntries;
import passby.core.people.People;
import passby.core.people.PeopleContract;
import passby.core.people.Person;

/** {@link DynamoDbPeople} over DynamoDB Local. */
final class DynamoDbPeopleIT extends PeopleContract {
    private static final StoredCity CITY = StoredCity.fresh();

    private final DynamoDbPeople people = new DynamoDbPeople(CITY.client(), CITY.tables(), CITY.changes());

    @Override
    protected People people() {
        return people;
    }

    @Override
    protected void given(Person person) {
        people.seed(person);
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
