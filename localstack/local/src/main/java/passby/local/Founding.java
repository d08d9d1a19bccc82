package passby.local;

import java.time.Clock;
import java.util.List;
import passby.aws.dynamodb.CreateTables;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.people.DynamoDbPeople;
import passby.core.people.Person;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Founds the made-up city, or finds it founded: its tables and its people. */
final class Founding {
    private final DynamoDbClient client;
    private final Tables tables;
    private final Clock clock;

    Founding(DynamoDbClient client, String tablePrefix, Clock clock) {
        this.client = client;
        this.tables = new Tables(tablePrefix);
        this.clock = clock;
    }

    /** @return the made-up people */
    List<Person> found() {
        new CreateTables(client, tables).handle();
        var people = MadeUp.people(clock);
        people.forEach(new DynamoDbPeople(client, tables, new DynamoDbChanges(client, tables, clock))::seed);
        return people;
    }
}
