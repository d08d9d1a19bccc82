package passby.aws.people;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.id.Ori;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The city's accounts, one row each, format version 1. */
public final class DynamoDbPeople implements People {
    private static final TableSchema<Person> ROW = SchemaBuilder.row(Tables.PEOPLE, "person", 1, Person.class)
            .keys(person -> PeopleRowKeys.person(person.personId()))
            .string("agency", Person::agency)
            .string("ori", person -> person.ori().value())
            .with("roles", Converters.list(role()), DynamoDbPeople::roles)
            .instant("trainedUntil", Person::trainedUntil)
            .instant("acknowledgedUntil", Person::acknowledgedUntil)
            .string("acknowledgedPolicy", Person::acknowledgedPolicy)
            .bool("active", Person::active)
            .build(values -> new Person(
                    values.string("personId"),
                    values.string("agency"),
                    new Ori(values.string("ori")),
                    Set.copyOf(values.list("roles", Role.class)),
                    values.instant("trainedUntil"),
                    values.instant("acknowledgedUntil"),
                    values.find("acknowledgedPolicy", String.class),
                    values.bool("active")));

    private final DynamoDbTable<Person> people;
    private final DynamoDbChanges changes;

    public DynamoDbPeople(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.people = tables.mapped(client, Tables.PEOPLE, ROW);
        this.changes = changes;
    }

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(
                people.getItem(get -> get.key(PeopleRowKeys.person(personId)).consistentRead(true)));
    }

    @Override
    public Commit appoint(@Nullable Person before, Person person, Entry entry) {
        var write = before == null ? Writes.putNew(people, person) : Writes.replaceWhole(people, person, before);
        return changes.commit(List.of(write), entry);
    }

    /**
     * Puts an account in the place of whatever was there: how a city gets its first people, before there is anybody who
     * could approve an entry. No route leads here.
     */
    public void seed(Person person) {
        people.putItem(person);
    }

    private static AttributeConverter<Role> role() {
        return Converters.code(Role.class, Role::code, Role::of);
    }

    private static List<Role> roles(Person person) {
        return person.roles().stream().sorted(Comparator.comparing(Role::code)).toList();
    }
}
