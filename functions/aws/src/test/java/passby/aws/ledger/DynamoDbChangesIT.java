package passby.aws.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A change and its entries, on a real store. */
final class DynamoDbChangesIT {
    private static final StoredCity CITY = StoredCity.fresh();

    private final String cameraId = new Unique().cameraId();
    private final Entry entry = TestData.entry(EntryType.CAMERA_REGISTERED);

    private static final DynamoDbTable<String> CAMERAS = CITY.tables()
            .mapped(
                    CITY.client(),
                    Tables.CAMERAS,
                    SchemaBuilder.row(Tables.CAMERAS, "camera", 1, String.class)
                            .keys(Tables.CAMERAS::key)
                            .build(values -> values.string("cameraId")));

    private static Write row(String cameraId) {
        return Writes.putNew(CAMERAS, cameraId);
    }

    private static DynamoDbChanges later(Duration later) {
        return new DynamoDbChanges(CITY.client(), CITY.tables(), Clock.offset(CITY.clock(), later));
    }

    @Test
    void theSameChangeInTheSameMinuteAnswersAsTheFirstTime() {
        var first = CITY.changes().commit(List.of(row(cameraId)), entry);

        var second = CITY.changes().commit(List.of(row(cameraId)), entry);

        assertThat(second).isEqualTo(first).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(CITY.entries().copies(entry.entryId())).isEqualTo(1);
    }

    @Test
    void theSameChangeInALaterMinuteAnswersAsTheFirstTime() {
        CITY.changes().commit(List.of(row(cameraId)), entry);

        var second = later(Duration.ofMinutes(5)).commit(List.of(row(cameraId)), entry);

        assertThat(second).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(CITY.entries().copies(entry.entryId())).isEqualTo(1);
    }

    /** As after the ten minutes in which DynamoDB remembers a token: here another entry gives the token. */
    @Test
    void theSameChangeUnderAnotherTokenAnswersAsTheFirstTime() {
        var other = TestData.entry(EntryType.CAMERA_REGISTERED);
        CITY.changes().commit(List.of(row(cameraId)), List.of(entry, other));

        var second = CITY.changes().commit(List.of(row(cameraId)), List.of(other, entry));

        assertThat(second).isEqualTo(new DynamoDbChanges.Result.Done());
        assertThat(CITY.entries().copies(entry.entryId())).isEqualTo(1);
        assertThat(CITY.entries().copies(other.entryId())).isEqualTo(1);
    }

    @Test
    void aTransactionOfWhichOneEntryIsStoredAndOneIsNotIsNobodysRepetition() {
        CITY.changes().commit(List.of(row(cameraId)), entry);
        var fresh = TestData.entry(EntryType.CAMERA_REGISTERED);

        assertThatThrownBy(() -> CITY.changes().commit(List.of(row(cameraId + "-2")), List.of(fresh, entry)))
                .isInstanceOf(TransactionCanceledException.class);

        assertThat(CITY.entries().copies(fresh.entryId())).isZero();
    }

    @Test
    void aRefusedChangeSaysWhichOfItsConditionsFailed() {
        CITY.changes().commit(List.of(row(cameraId)), TestData.entry(EntryType.CAMERA_REGISTERED));

        var result = CITY.changes().commit(List.of(row(cameraId + "-2"), row(cameraId)), List.of(entry));

        assertThat(result).isEqualTo(new DynamoDbChanges.Result.Refused(Set.of(1)));
        assertThat(CITY.rows().of(Tables.CAMERAS))
                .noneMatch(row -> row.containsValue(AttributeValue.fromS(cameraId + "-2")));
        assertThat(CITY.entries().copies(entry.entryId())).isZero();
    }

    @Test
    void anEntryWaitsInTheMinuteOfItsAcceptance() {
        later(Duration.ofMinutes(7)).commit(List.of(), entry);

        assertThat(CITY.rows().of(Tables.LEDGER_PENDING))
                .map(row -> StoredItem.of("entry", 1, row))
                .filteredOn(row -> row.string("entryId").equals(entry.entryId()))
                .allSatisfy(row -> {
                    assertThat(LedgerRowKeys.pendingMinute(TestData.NOW.plus(Duration.ofMinutes(7))))
                            .contains(row.string("minuteShard"));
                    assertThat(row.string("leafHash")).isEqualTo(entry.leafHash());
                })
                .hasSize(1);
    }

    @Test
    void aChangeThatIsTooLargeIsRefusedBeforeItIsTried() {
        var rows = Collections.nCopies(DynamoDbChanges.MAX_ROWS - 1, row(cameraId));

        assertThatThrownBy(() -> CITY.changes().commit(rows, entry)).isInstanceOf(IllegalArgumentException.class);
    }
}
