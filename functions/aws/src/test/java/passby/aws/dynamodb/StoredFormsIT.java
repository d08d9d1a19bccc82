package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passby.aws.read.DynamoDbPassReadings;
import passby.core.delivery.AlertFilter;
import passby.core.delivery.PhoneNumber;
import passby.core.delivery.Subscription;
import passby.core.hit.HitStep;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.read.Frames;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** What lies in the tables after a hot-list entry, a hit, a step and a search: which keys, which dates, which versions. */
final class StoredFormsIT {
    private static final String RAW = "OB7QSZ4G";
    private static final String FOLD = "08705246";
    private static final StoredCity CITY = StoredCity.fresh();

    @BeforeAll
    static void storeSomethingEverywhere() {
        var listed = AHotListEntry.of("rec-1", RAW).build();
        CITY.hotLists().add(listed, TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED, Map.of(Field.PLATE, RAW)));
        var read = ARead.of(new Unique().ulid(TestData.NOW), RAW, TestData.NOW);
        var hit = read.hit(listed);
        var raised = TestData.entry(EntryType.HIT_RAISED, Map.of(Field.PLATE, RAW));
        CITY.frames()
                .store(
                        read.frame(List.of(hit.hitId())),
                        List.of(read.build()),
                        List.of(new Frames.Raised.New(hit, raised)));
        CITY.hits().step(hit, new HitStep.Viewed("officer-lopez", TestData.NOW), TestData.entry(EntryType.HIT_STEP));
        CITY.subscriptions().add(subscription(), TestData.entry(EntryType.ALERTS_SUBSCRIBED));
        new GoldenConduct().storeIn(CITY, TestData::entry);
        new DynamoDbPassReadings(CITY.client(), CITY.tables())
                .add("cam-elm-17", new GoldenCity(CITY).passReading, TestData.NOW.plus(Duration.ofSeconds(150)));
        CITY.ledger().append(TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, RAW, Field.QUERY, RAW)));
    }

    private static Subscription subscription() {
        var everything = new AlertFilter(Set.of(), Set.of(), null);
        var expiry = TestData.NOW.plus(Subscription.CONFIRMATION);
        return new Subscription(
                "officer-lopez", "sub-1", new PhoneNumber("+15555550123"), everything, "01234567", false, expiry);
    }

    @Test
    void noKeyAndNoIndexHoldsAPlate() {
        assertThat(Tables.all()).allSatisfy(table -> {
            for (var row : CITY.rows().of(table)) {
                for (var name : table.keyAttributes()) {
                    assertThat(String.valueOf(row.get(name))).doesNotContain(RAW, FOLD);
                }
            }
        });
    }

    /** Or the test above would look for something that is nowhere. */
    @Test
    void thePlateIsStoredAsAnAttribute() {
        assertThat(List.of(Tables.HOT_LIST, Tables.READS, Tables.PLATES, Tables.HITS, Tables.LEDGER_OPENINGS))
                .allSatisfy(table ->
                        assertThat(String.valueOf(CITY.rows().of(table))).contains(RAW));
    }

    @Test
    void theLogsOwnTableHoldsNoPlateAtAll() {
        assertThat(CITY.rows().of(Tables.LEDGER_PENDING)).hasSize(8);
        assertThat(String.valueOf(CITY.rows().of(Tables.LEDGER_PENDING))).doesNotContain(RAW, FOLD);
    }

    @Test
    void whatTheCameraIndexShowsOfAReadIsNotItsPlate() {
        var index = ScanRequest.builder()
                .tableName(CITY.tables().name(Tables.READS))
                .indexName(Tables.BY_CAMERA.name())
                .build();

        var rows = CITY.client().scan(index).items();

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).containsKeys("expiresAt", "class", "position");
        assertThat(String.valueOf(rows)).doesNotContain(RAW, FOLD);
    }

    @Test
    void everyRowThatExpiresIsInThePurgesIndexAndOutlivesItByADayAtMost() {
        // People and limits hold other rows, or none, in this city; their adapters' tests look at their dates.
        var purged = Tables.all().stream()
                .filter(Expiry::appliesTo)
                .filter(table -> !table.equals(Tables.PEOPLE) && !table.equals(Tables.LIMITS))
                .toList();

        assertThat(purged)
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(CITY.rows().of(table)).isNotEmpty().allSatisfy(StoredFormsIT::assertExpires));
    }

    private static void assertExpires(Map<String, AttributeValue> row) {
        var item = StoredItem.part("row", row);
        var expiresAt = item.instant(Expiry.EXPIRES_AT);
        var id = item.string(Tables.BY_EXPIRY.sort()).substring(25);
        assertThat(item.string(Tables.BY_EXPIRY.sort())).startsWith(KeyTimes.millis(expiresAt) + "#");
        assertThat(item.string(Tables.BY_EXPIRY.partition())).isEqualTo(Expiry.shard(id));
        assertThat(item.longValue(Tables.TIME_TO_LIVE))
                .isEqualTo(expiresAt.plus(Duration.ofDays(1)).getEpochSecond());
    }

    @Test
    void everyRowNamesTheVersionOfItsFormat() {
        assertThat(Tables.all())
                .allSatisfy(table -> assertThat(CITY.rows().of(table))
                        .allSatisfy(row -> assertThat(row.get("v")).isIn(versions(table))));
    }

    /** Those whose format has changed since the first one; steps of hits have their own. */
    private static List<AttributeValue> versions(Table table) {
        if (table.equals(Tables.HITS)) {
            return List.of(AttributeValue.fromN("1"), AttributeValue.fromN("2"));
        }
        return List.of(AttributeValue.fromN(table.equals(Tables.HOT_LIST) ? "2" : "1"));
    }

    @Test
    void creatingTheTablesAgainKeepsWhatTheyHold() {
        new CreateTables(CITY.client(), CITY.tables()).handle();

        assertThat(CITY.rows().of(Tables.READS)).hasSize(1);
    }
}
