package passby.aws.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.HitStep;
import passby.core.hit.Hits;
import passby.core.hit.HitsContract;
import passby.core.hit.Outbox;
import passby.core.hit.RejectionReason;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.read.Frames;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** {@link DynamoDbHits} over DynamoDB Local. */
final class DynamoDbHitsIT extends HitsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Frames frames() {
        return CITY.frames();
    }

    @Override
    protected Hits hits() {
        return CITY.hits();
    }

    @Override
    protected Outbox outbox() {
        return CITY.outbox();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }

    @Test
    void markingAHitThatIsGoneBringsNoRowBack() {
        var gone = HitId.of(TestData.CITY_KEY, "no such pass", TestData.CITY_KEY.plateKey(new Plate("8TST417")));

        outbox().markSent(gone);

        assertThat(CITY.rows().of(Tables.HITS))
                .map(row -> StoredItem.part("hit", row).string("hitId"))
                .doesNotContain(gone.value());
    }

    /** Or the list of a hundred open hits would fill with closed ones. */
    @Test
    void aClosedHitLeavesTheIndexOfOpenOnes() {
        var read = ARead.of(new Unique().ulid(TestData.NOW), "8TST418", TestData.NOW);
        var hit = read.hit(AHotListEntry.of("rec-1", read.plate()).build());
        var raised = new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED));
        frames().store(read.frame(List.of(hit.hitId())), List.of(read.build()), List.of(raised));
        assertThat(row(hit).string(Tables.BY_OPEN.partition())).isEqualTo(HitRowKeys.OPEN);

        var rejected = new HitStep.Rejected("officer-lopez", TestData.NOW, RejectionReason.MISREAD);
        hits().step(hit, rejected, TestData.entry(EntryType.HIT_STEP));

        assertThat(row(hit).has(Tables.BY_OPEN.partition())).isFalse();
        assertThat(row(hit).has(Tables.BY_OPEN.sort())).isFalse();
    }

    private static StoredItem row(Hit hit) {
        return CITY.rows().of(Tables.HITS).stream()
                .filter(row -> row.entrySet()
                        .containsAll(Tables.HITS
                                .attributes(HitRowKeys.hit(hit.hitId()))
                                .entrySet()))
                .map(row -> StoredItem.of("hit", 2, row))
                .findFirst()
                .orElseThrow();
    }
}
