package passby.aws.hit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.hit.HitId;
import passby.core.hit.Hits;
import passby.core.hit.HitsContract;
import passby.core.hit.Outbox;
import passby.core.ledger.DurableEntries;
import passby.core.read.Frames;
import passby.core.recognition.Plate;
import passby.core.testing.TestData;

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
                .map(row -> StoredItem.part("hit", row).text("hitId"))
                .doesNotContain(gone.value());
    }
}
