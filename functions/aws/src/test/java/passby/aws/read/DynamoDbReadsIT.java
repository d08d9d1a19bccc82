package passby.aws.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.core.plate.Plate;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.Reads;
import passby.core.read.ReadsContract;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** {@link DynamoDbReads} over DynamoDB Local. */
final class DynamoDbReadsIT extends ReadsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Reads reads() {
        return CITY.reads();
    }

    @Override
    protected Frames frames() {
        return CITY.frames();
    }

    @Test
    void aWindowIsExactToTheNanosecondThoughKeysAreNot() {
        var noon = TestData.NOW;
        var plate = new Unique().plate();
        store(plate, noon.plusNanos(1));
        store(plate, noon.plusNanos(2));
        store(plate, noon.plusNanos(3));

        var page = reads().byPlate(
                        TestData.CITY_KEY.plateKey(new Plate(plate)), noon.plusNanos(2), noon.plusNanos(3), null, 10);

        assertThat(page.reads()).extracting(Read::capturedAt).containsExactly(noon.plusNanos(2));
        assertThat(page.next()).isNull();
    }

    private static void store(String plate, Instant capturedAt) {
        var read = ARead.of(new Unique().ulid(capturedAt), plate, capturedAt);
        CITY.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
    }
}
