package passby.aws.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.hit.Hits;
import passby.core.hit.Outbox;
import passby.core.ledger.DurableEntries;
import passby.core.plate.Plate;
import passby.core.read.Frames;
import passby.core.read.FramesContract;
import passby.core.read.Reads;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** {@link DynamoDbFrames} over DynamoDB Local. */
final class DynamoDbFramesIT extends FramesContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Frames frames() {
        return CITY.frames();
    }

    @Override
    protected Reads reads() {
        return CITY.reads();
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
    void everyReadOfAPlateNotesItsTextAndMovesItsRevisionOn() {
        var folded = "T" + new Unique().plate().substring(0, 7);
        store(folded + "O8");
        store(folded + "0B");
        store(folded + "0B");

        var plate = CITY.rows().of(Tables.PLATES).stream()
                .map(row -> StoredItem.of("plate", 1, row))
                .filter(row -> row.string("plateKey").equals(key(folded + "O8")))
                .toList();

        assertThat(plate).hasSize(1);
        assertThat(plate.getFirst().textSet("raws")).containsExactlyInAnyOrder(folded + "O8", folded + "0B");
        assertThat(plate.getFirst().longValue("rev")).isEqualTo(3);
    }

    private static void store(String plate) {
        var read = ARead.of(new Unique().ulid(TestData.NOW), plate, TestData.NOW);
        CITY.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
    }

    private static String key(String plate) {
        return TestData.CITY_KEY.plateKey(new Plate(plate)).value();
    }
}
