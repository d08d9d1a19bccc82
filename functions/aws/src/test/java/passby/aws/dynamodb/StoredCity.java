package passby.aws.dynamodb;

import java.time.Clock;
import passby.aws.conduct.DynamoDbActs;
import passby.aws.conduct.DynamoDbConductReviews;
import passby.aws.conduct.DynamoDbDecoyReads;
import passby.aws.conduct.DynamoDbDuties;
import passby.aws.conduct.DynamoDbMarkedPlates;
import passby.aws.delivery.DynamoDbSubscriptions;
import passby.aws.evidence.DynamoDbHolds;
import passby.aws.hit.DynamoDbHits;
import passby.aws.hit.DynamoDbOutbox;
import passby.aws.hotlist.DynamoDbHotLists;
import passby.aws.hotlist.DynamoDbListedRows;
import passby.aws.hotlist.DynamoDbSuppressions;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.ledger.DynamoDbLedger;
import passby.aws.ledger.StoredEntries;
import passby.aws.lists.DynamoDbLists;
import passby.aws.read.DynamoDbCorrections;
import passby.aws.read.DynamoDbFrames;
import passby.aws.read.DynamoDbReads;
import passby.aws.review.DynamoDbReviews;
import passby.core.lists.CachedLists;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The adapters of a city over tables of its own. */
public record StoredCity(DynamoDbClient client, Tables tables, Clock clock) {
    /** A new city for each test class. */
    public static StoredCity fresh() {
        return new StoredCity(
                LocalDynamoDb.client(),
                LocalDynamoDb.freshTables("city-" + new Unique().code()),
                new MutableClock(TestData.NOW));
    }

    /** The same tables by another client. */
    public StoredCity by(DynamoDbClient other) {
        return new StoredCity(other, tables, clock);
    }

    public StoredRows rows() {
        return new StoredRows(LocalDynamoDb.client(), tables);
    }

    public StoredEntries entries() {
        return new StoredEntries(rows());
    }

    public DynamoDbChanges changes() {
        return new DynamoDbChanges(client, tables, clock);
    }

    public DynamoDbLedger ledger() {
        return new DynamoDbLedger(changes());
    }

    public DynamoDbHotLists hotLists() {
        return new DynamoDbHotLists(
                client, tables, changes(), () -> TestData.CITY_KEY, new CachedLists(lists(), clock));
    }

    public DynamoDbSuppressions suppressions() {
        return new DynamoDbSuppressions(client, tables, changes());
    }

    public DynamoDbLists lists() {
        return new DynamoDbLists(client, tables, changes());
    }

    public DynamoDbActs acts() {
        return new DynamoDbActs(client(), tables());
    }

    public DynamoDbConductReviews conductReviews() {
        return new DynamoDbConductReviews(client(), tables(), changes());
    }

    public DynamoDbDuties duties() {
        return new DynamoDbDuties(client(), tables(), changes());
    }

    public DynamoDbDecoyReads decoyReads() {
        return new DynamoDbDecoyReads(client(), tables(), changes());
    }

    public DynamoDbMarkedPlates markedPlates() {
        return new DynamoDbMarkedPlates(client(), tables(), changes());
    }

    public DynamoDbReviews reviews() {
        return new DynamoDbReviews(client, tables, changes());
    }

    public DynamoDbSubscriptions subscriptions() {
        return new DynamoDbSubscriptions(client, tables, changes());
    }

    public DynamoDbListedRows listedRows() {
        return new DynamoDbListedRows(client, tables);
    }

    public DynamoDbHits hits() {
        return new DynamoDbHits(client, tables, changes());
    }

    public DynamoDbOutbox outbox() {
        return new DynamoDbOutbox(client, tables);
    }

    public DynamoDbFrames frames() {
        return new DynamoDbFrames(client, tables, changes(), () -> TestData.CITY_KEY);
    }

    public DynamoDbHolds holds() {
        return new DynamoDbHolds(client, tables, changes());
    }

    public DynamoDbCorrections corrections() {
        return new DynamoDbCorrections(client, tables, changes(), () -> TestData.CITY_KEY);
    }

    public DynamoDbReads reads() {
        return new DynamoDbReads(client, tables);
    }
}
