package passby.local.springfield;

import java.time.Clock;
import java.util.List;
import passby.aws.dynamodb.CreateTables;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.people.DynamoDbPeople;
import passby.core.people.Person;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Founds the made-up city, or finds it founded: its tables and its people. */
public final class TableSetup {
    private final DynamoDbClient client;
    private final Tables tables;
    private final Clock clock;

    public TableSetup(DynamoDbClient client, String tablePrefix, Clock clock) {
        this.client = client;
        this.tables = new Tables(tablePrefix);
        this.clock = clock;
    }

    /** @return the made-up people */
    public List<Person> found() {
        new CreateTables(client, tables).handle();
        var people = Springfield.people(clock);
        people.forEach(new DynamoDbPeople(client, tables, new DynamoDbChanges(client, tables, clock))::seed);
        return people;
    }
}
