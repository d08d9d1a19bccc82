package passby.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import passby.core.plate.VehicleColour;
import passby.core.read.Read;
import passby.core.testing.ARead;

/** A read whose picture told the colour of the vehicle. */
final class GoldenDescription {
    private static final ARead SEEN = ARead.of(
                    "description-00000000000001", "9TST779", Instant.parse("2036-05-06T11:59:57.75Z"))
            .withColour(VehicleColour.Name.RED);

    final Read read = SEEN.build();

    void storeIn(StoredCity city) {
        city.frames().store(SEEN.frame(List.of()), List.of(read), List.of());
    }
}
