package passby.local;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.aws.Wiring;
import passby.aws.dynamodb.CreateTables;
import passby.aws.dynamodb.Tables;
import passby.core.id.Entropy;
import passby.core.ledger.Entries;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Person;
import passby.core.retention.NonHitRetention;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Founds the made-up city: its tables, its people, and its policy, whose every version has an entry. */
final class Founding {
    private Founding() {}
}
