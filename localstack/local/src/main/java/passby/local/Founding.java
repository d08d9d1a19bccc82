package passby.local;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.aws.dynamodb.CreateTables;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.people.DynamoDbPeople;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.core.id.Entropy;
import passby.core.ledger.Commit;
import passby.core.ledger.Entries;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Person;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Founds the made-up city, or finds it founded: its tables, its people, and its policy, whose every version has an entry. */
final class Founding {
    private final DynamoDbClient client;
    private final Tables tables;
    private final Clock clock;
    private final Entropy entropy;

    Founding(DynamoDbClient client, String tablePrefix, Clock clock, Entropy entropy) {
        this.client = client;
        this.tables = new Tables(tablePrefix);
        this.clock = clock;
        this.entropy = entropy;
    }

    /** @return the made-up people */
    List<Person> found(NonHitRetention retention) {
        new CreateTables(client, tables).handle();
        var people = MadeUp.people(clock);
        people.forEach(new DynamoDbPeople(client, tables, changes())::seed);
        govern(retention);
        return people;
    }

    /** A new version only when it says something else; in a real city two people would have to approve a loosening. */
    private void govern(NonHitRetention retention) {
        var documents = new DynamoDbPolicyDocuments(client, tables, changes());
        var before = documents.find();
        if (before.map(EffectivePolicy::nonHitRetention)
                .filter(retention::equals)
                .isPresent()) {
            return;
        }
        var policy = MadeUp.policy(before.map(EffectivePolicy::version).orElse(0) + 1, retention);
        var committed = Map.of(
                Field.REASON, before.map(EffectivePolicy::canonical).orElse("none"), Field.SUBJECT, policy.canonical());
        var entry = new Entries(clock, entropy).write(EntryType.POLICY_CHANGED, Outcome.DONE, policy.hash(), committed);
        if (documents.put(policy, entry) instanceof Commit.Conflict) {
            throw new IllegalStateException("another process governs the same city");
        }
    }

    private DynamoDbChanges changes() {
        return new DynamoDbChanges(client, tables, clock);
    }
}
