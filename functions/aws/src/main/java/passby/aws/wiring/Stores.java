package passby.aws.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import passby.aws.balance.DynamoDbAliveReads;
import passby.aws.balance.DynamoDbTallies;
import passby.aws.capture.DynamoDbCameraUses;
import passby.aws.capture.DynamoDbCameras;
import passby.aws.capture.DynamoDbProcessedUploads;
import passby.aws.capture.DynamoDbSpentTokens;
import passby.aws.conduct.DynamoDbActs;
import passby.aws.conduct.DynamoDbConductReviews;
import passby.aws.conduct.DynamoDbDecoyReads;
import passby.aws.conduct.DynamoDbDuties;
import passby.aws.conduct.DynamoDbMarkedPlates;
import passby.aws.delivery.DynamoDbRecipients;
import passby.aws.delivery.DynamoDbSubscriptions;
import passby.aws.dynamodb.Tables;
import passby.aws.evidence.DynamoDbHolds;
import passby.aws.governance.DynamoDbPolicyRequests;
import passby.aws.hit.DynamoDbHits;
import passby.aws.hit.DynamoDbOutbox;
import passby.aws.hotlist.DynamoDbHotLists;
import passby.aws.hotlist.DynamoDbListedRows;
import passby.aws.hotlist.DynamoDbSuppressions;
import passby.aws.ledger.DynamoDbAlertLatencies;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.ledger.DynamoDbCounters;
import passby.aws.ledger.DynamoDbEntryIndex;
import passby.aws.ledger.DynamoDbIllegiblePlates;
import passby.aws.ledger.DynamoDbLedger;
import passby.aws.ledger.DynamoDbOpenings;
import passby.aws.ledger.DynamoDbPendingEntries;
import passby.aws.ledger.DynamoDbPersonIndex;
import passby.aws.ledger.DynamoDbReadingCounts;
import passby.aws.ledger.DynamoDbSamples;
import passby.aws.ledger.DynamoDbWatermarks;
import passby.aws.lists.DynamoDbLists;
import passby.aws.people.DynamoDbPeople;
import passby.aws.people.DynamoDbSessions;
import passby.aws.people.DynamoDbSignInAttempts;
import passby.aws.people.FactorResetSchema;
import passby.aws.policy.DynamoDbLimits;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.aws.purge.DynamoDbExpiringRows;
import passby.aws.purge.DynamoDbLanes;
import passby.aws.purge.DynamoDbPurgeReports;
import passby.aws.read.DynamoDbCorrections;
import passby.aws.read.DynamoDbFrames;
import passby.aws.read.DynamoDbPassReadings;
import passby.aws.read.DynamoDbPlateIndex;
import passby.aws.read.DynamoDbReads;
import passby.aws.read.HeldReadRows;
import passby.aws.redate.DynamoDbDatedRows;
import passby.aws.redate.DynamoDbDatings;
import passby.aws.request.DynamoDbRequests;
import passby.aws.review.DynamoDbReviews;
import passby.aws.search.WaitingSearchSchema;
import passby.aws.sharing.GrantSchema;
import passby.core.access.FactorReset;
import passby.core.lists.CachedLists;
import passby.core.plate.CityKey;
import passby.core.read.PassReadings;
import passby.core.search.OptedInReads;
import passby.core.search.WaitingSearch;
import passby.core.sharing.Grant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every port that DynamoDB stands behind. */
final class Stores {
    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;
    private final Supplier<CityKey> cityKey;
    private final Supplier<Duration> searchRecord;
    private final Clock clock;

    /** @param searchRecord how long openings of entries are kept */
    Stores(
            DynamoDbClient client,
            String tablePrefix,
            Supplier<CityKey> cityKey,
            Supplier<Duration> searchRecord,
            Clock clock) {
        this.client = client;
        this.tables = new Tables(tablePrefix);
        this.changes = new DynamoDbChanges(client, tables, searchRecord, clock);
        this.searchRecord = searchRecord;
        this.cityKey = cityKey;
        this.clock = clock;
    }

    DynamoDbLedger ledger() {
        return new DynamoDbLedger(changes);
    }

    DynamoDbAlertLatencies alertLatencies() {
        return new DynamoDbAlertLatencies(client, tables);
    }

    DynamoDbReadingCounts readingCounts() {
        return new DynamoDbReadingCounts(client, tables);
    }

    DynamoDbIllegiblePlates illegiblePlates() {
        return new DynamoDbIllegiblePlates(client, tables);
    }

    DynamoDbSamples samples() {
        return new DynamoDbSamples(client, tables, changes);
    }

    DynamoDbCounters counters() {
        return new DynamoDbCounters(client, tables);
    }

    DynamoDbWatermarks watermarks() {
        return new DynamoDbWatermarks(client, tables, changes);
    }

    DynamoDbPolicyDocuments policies() {
        return new DynamoDbPolicyDocuments(client, tables, changes);
    }

    DynamoDbPolicyRequests policyRequests() {
        return new DynamoDbPolicyRequests(client, tables, changes, policies());
    }

    DynamoDbPeople people() {
        return new DynamoDbPeople(client, tables, changes);
    }

    DynamoDbSessions sessions() {
        return new DynamoDbSessions(client, tables, changes);
    }

    DynamoDbSignInAttempts signInAttempts() {
        return new DynamoDbSignInAttempts(client, tables, changes);
    }

    DynamoDbCameras cameras() {
        return new DynamoDbCameras(client, tables, changes);
    }

    DynamoDbCameraUses cameraUses() {
        return new DynamoDbCameraUses(client, tables);
    }

    DynamoDbSpentTokens cameraTokens() {
        return new DynamoDbSpentTokens(client, tables);
    }

    DynamoDbHotLists hotLists() {
        return new DynamoDbHotLists(client, tables, changes, cityKey, new CachedLists(lists(), clock));
    }

    DynamoDbSuppressions suppressions() {
        return new DynamoDbSuppressions(client, tables, changes);
    }

    DynamoDbLists lists() {
        return new DynamoDbLists(client, tables, changes);
    }

    DynamoDbListedRows listedRows() {
        return new DynamoDbListedRows(client, tables);
    }

    DynamoDbHits hits() {
        return new DynamoDbHits(client, tables, changes);
    }

    DynamoDbOutbox outbox() {
        return new DynamoDbOutbox(client, tables);
    }

    PassReadings passReadings() {
        return new DynamoDbPassReadings(client, tables);
    }

    DynamoDbSubscriptions subscriptions() {
        return new DynamoDbSubscriptions(client, tables, changes);
    }

    DynamoDbRecipients recipients() {
        return new DynamoDbRecipients(client, tables, subscriptions());
    }

    DynamoDbFrames frames() {
        return new DynamoDbFrames(client, tables, changes, cityKey);
    }

    /** @param pool on which an index is asked several things at once */
    DynamoDbPlateIndex plateIndex(ExecutorService pool) {
        return new DynamoDbPlateIndex(client, tables, cityKey, pool);
    }

    DynamoDbRequests<WaitingSearch> waitingSearches() {
        return WaitingSearchSchema.requests(client, tables, changes);
    }

    DynamoDbRequests<FactorReset> factorResets() {
        return FactorResetSchema.requests(client, tables, changes);
    }

    DynamoDbRequests<Grant> grants() {
        return GrantSchema.requests(client, tables, changes);
    }

    /** What people may be answered: without reads of cameras whose private owners have not opted in. */
    OptedInReads seenReads() {
        return new OptedInReads(reads(), cameras(), clock);
    }

    DynamoDbCorrections corrections() {
        return new DynamoDbCorrections(client, tables, changes, cityKey);
    }

    DynamoDbReads reads() {
        return new DynamoDbReads(client, tables);
    }

    DynamoDbProcessedUploads processedUploads() {
        return new DynamoDbProcessedUploads(client, tables);
    }

    DynamoDbPendingEntries pendingEntries() {
        return new DynamoDbPendingEntries(client, tables);
    }

    DynamoDbEntryIndex entryIndex() {
        return new DynamoDbEntryIndex(client, tables);
    }

    DynamoDbPersonIndex personIndex() {
        return new DynamoDbPersonIndex(client, tables);
    }

    DynamoDbOpenings openings() {
        return new DynamoDbOpenings(client, tables, searchRecord, clock);
    }

    DynamoDbActs acts() {
        return new DynamoDbActs(client, tables);
    }

    DynamoDbConductReviews conductReviews() {
        return new DynamoDbConductReviews(client, tables, changes);
    }

    DynamoDbDuties duties() {
        return new DynamoDbDuties(client, tables, changes);
    }

    DynamoDbMarkedPlates markedPlates() {
        return new DynamoDbMarkedPlates(client, tables, changes);
    }

    DynamoDbDecoyReads decoyReads() {
        return new DynamoDbDecoyReads(client, tables, changes);
    }

    DynamoDbReviews reviews() {
        return new DynamoDbReviews(client, tables, changes);
    }

    DynamoDbLimits limits() {
        return new DynamoDbLimits(client, tables);
    }

    DynamoDbExpiringRows expiringRows() {
        return new DynamoDbExpiringRows(client, tables);
    }

    DynamoDbLanes lanes() {
        return new DynamoDbLanes(client, tables, changes);
    }

    DynamoDbTallies tallies() {
        return new DynamoDbTallies(client, tables, changes);
    }

    DynamoDbAliveReads aliveReads() {
        return new DynamoDbAliveReads(client, tables);
    }

    DynamoDbDatedRows datedRows() {
        return new DynamoDbDatedRows(client, tables);
    }

    DynamoDbPurgeReports purgeReports() {
        return new DynamoDbPurgeReports(client, tables);
    }

    DynamoDbDatings datings() {
        return new DynamoDbDatings(client, tables, changes);
    }

    DynamoDbHolds holds() {
        return new DynamoDbHolds(client, tables, changes);
    }

    HeldReadRows heldRows() {
        return new HeldReadRows(client, tables);
    }
}
