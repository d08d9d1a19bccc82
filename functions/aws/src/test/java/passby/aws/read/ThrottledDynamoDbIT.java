package passby.aws.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.FaultyDynamoDb;
import passby.aws.dynamodb.FaultyDynamoDb.Fault;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.core.hit.Hit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.read.Frames;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A DynamoDB that is busy, cancels, or whose answer is lost: a frame is stored once and whole, or not at all. */
final class ThrottledDynamoDbIT {
    private static final String TRANSACTION = "TransactWriteItems";
    private static final List<Table> WRITTEN_TOGETHER =
            List.of(Tables.FRAMES, Tables.READS, Tables.HITS, Tables.LEDGER_PENDING, Tables.LEDGER_OPENINGS);

    private final StoredCity city = StoredCity.fresh();
    private final ARead read = ARead.of(new Unique().ulid(TestData.NOW), "8TST417", TestData.NOW);
    private final Hit hit = read.hit(AHotListEntry.of("rec-1", read.plate()).build());
    private final Entry entry = TestData.entry(EntryType.HIT_RAISED);

    private Frames.Stored store(FaultyDynamoDb faulty) {
        return city.by(faulty.client())
                .frames()
                .store(
                        read.frame(List.of(hit.hitId())),
                        List.of(read.build()),
                        List.of(new Frames.Raised.New(hit, entry)));
    }

    private void assertStoredOnce() {
        assertThat(WRITTEN_TOGETHER)
                .allSatisfy(table -> assertThat(city.rows().of(table)).hasSize(1));
        assertThat(city.frames().find(read.uploadId())).isPresent();
        assertThat(city.entries().copies(entry.entryId())).isEqualTo(1);
    }

    private void assertNothingStored() {
        assertThat(WRITTEN_TOGETHER)
                .allSatisfy(table -> assertThat(city.rows().of(table)).isEmpty());
    }

    @Test
    void aThrottledTransactionIsAnExceptionAndLeavesNothing() {
        try (var faulty = FaultyDynamoDb.start(TRANSACTION, Fault.THROTTLED, Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> store(faulty)).isInstanceOf(ProvisionedThroughputExceededException.class);

            assertNothingStored();
        }
    }

    @Test
    void aThrottledNoteOfAPlateStopsTheFrameBeforeItIsStored() {
        try (var faulty = FaultyDynamoDb.start("UpdateItem", Fault.THROTTLED, Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> store(faulty)).isInstanceOf(ProvisionedThroughputExceededException.class);

            assertNothingStored();
        }
    }

    @Test
    void aTransactionThatMeetsAnotherIsTriedAgainWithinABound() {
        try (var faulty = FaultyDynamoDb.start(TRANSACTION, Fault.CONFLICT, Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> store(faulty)).isInstanceOf(TransactionCanceledException.class);

            assertThat(faulty.seen()).isEqualTo(3);
            assertNothingStored();
        }
    }

    @Test
    void aTransactionThatMeetsAnotherForAMomentGoesThrough() {
        try (var faulty = FaultyDynamoDb.start(TRANSACTION, Fault.CONFLICT, 2)) {
            assertThat(store(faulty)).isEqualTo(Frames.Stored.STORED);

            assertStoredOnce();
        }
    }

    /** The SDK sends the same request with the same token again: what is its own work is no conflict. */
    @Test
    void aTransactionWhoseAnswerWasLostIsStoredOnceAndCountsAsStored() {
        try (var faulty = FaultyDynamoDb.start(TRANSACTION, Fault.ANSWER_LOST, 1)) {
            assertThat(store(faulty)).isEqualTo(Frames.Stored.STORED);

            assertThat(faulty.seen()).isEqualTo(2);
            assertStoredOnce();
        }
    }

    @Test
    void aFrameWithoutAHitWhoseAnswerWasLostIsStoredOnceToo() {
        try (var faulty = FaultyDynamoDb.start(TRANSACTION, Fault.ANSWER_LOST, 1)) {
            var stored =
                    city.by(faulty.client()).frames().store(read.frame(List.of()), List.of(read.build()), List.of());

            assertThat(stored).isEqualTo(Frames.Stored.STORED);
            assertThat(city.rows().of(Tables.FRAMES)).hasSize(1);
        }
    }
}
