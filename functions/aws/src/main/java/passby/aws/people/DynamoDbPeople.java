package passby.aws.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The city's accounts, one row each, format version 1. */
public final class DynamoDbPeople implements People {
    private static final int VERSION = 1;

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;

    public DynamoDbPeople(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.changes = changes;
    }

    @Override
    public Optional<Person> find(String personId) {
        var answer = client.getItem(get -> get.tableName(tables.name(Tables.PEOPLE))
                .key(PeopleRowKeys.person(personId))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(read(answer.item())) : Optional.empty();
    }

    @Override
    public Commit appoint(@Nullable Person before, Person person, Entry entry) {
        var row = write(person);
        var write = before == null
                ? Writes.putNew(tables, Tables.PEOPLE, row)
                : Writes.replaceWhole(tables, Tables.PEOPLE, row, write(before));
        return changes.commit(List.of(write), entry);
    }

    /**
     * Puts an account in the place of whatever was there: how a city gets its first people, before there is anybody who
     * could approve an entry. No route leads here.
     */
    public void seed(Person person) {
        client.putItem(put ->
                put.tableName(tables.name(Tables.PEOPLE)).item(write(person).attributes()));
    }

    private static Item write(Person person) {
        return Item.of(VERSION)
                .keys(PeopleRowKeys.person(person.personId()))
                .string("agency", person.agency())
                .string("ori", person.ori())
                .strings(
                        "roles",
                        person.roles().stream().map(Role::code).sorted().toList())
                .instant("trainedUntil", person.trainedUntil())
                .instant("acknowledgedUntil", person.acknowledgedUntil())
                .bool("active", person.active());
    }

    private static Person read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("person", VERSION, attributes);
        return new Person(
                item.string("personId"),
                item.string("agency"),
                item.string("ori"),
                item.codes("roles", DynamoDbPeople::role).stream().collect(Collectors.toUnmodifiableSet()),
                item.instant("trainedUntil"),
                item.instant("acknowledgedUntil"),
                item.bool("active"));
    }

    private static Role role(String word) {
        return Role.of(word).orElseThrow(() -> new IllegalArgumentException("no role"));
    }
}
