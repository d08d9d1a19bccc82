package passby.aws.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
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

    public DynamoDbPeople(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Optional<Person> find(String personId) {
        var answer = client.getItem(get -> get.tableName(tables.name(Tables.PEOPLE))
                .key(PeopleKeys.person(personId))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(read(answer.item())) : Optional.empty();
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
                .keys(PeopleKeys.person(person.personId()))
                .text("agency", person.agency())
                .text("ori", person.ori())
                .texts("roles", person.roles().stream().map(Role::word).sorted().toList())
                .instant("trainedUntil", person.trainedUntil())
                .instant("acknowledgedUntil", person.acknowledgedUntil())
                .truth("active", person.active());
    }

    private static Person read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("person", VERSION, attributes);
        return new Person(
                item.text("personId"),
                item.text("agency"),
                item.text("ori"),
                item.words("roles", DynamoDbPeople::role).stream().collect(Collectors.toUnmodifiableSet()),
                item.instant("trainedUntil"),
                item.instant("acknowledgedUntil"),
                item.truth("active"));
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
