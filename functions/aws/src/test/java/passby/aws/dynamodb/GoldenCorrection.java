package passby.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import passby.core.ledger.Entry;
import passby.core.plate.Plate;
import passby.core.read.Correction;
import passby.core.read.Read;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/** A read of which somebody said that it shows another plate, of another state. */
final class GoldenCorrection {
    private static final ARead SEEN =
            ARead.of("01JQ0000000000000000000016", "9TST778", Instant.parse("2036-05-06T11:59:58.25Z"));

    final Read read = SEEN.build();
    final Correction correction = new Correction(
            "01JQ0000000000000000000015",
            TestData.CITY_KEY.plateKey(new Plate("9TST773")),
            new Plate("9TST773"),
            "NV",
            "The last character is a 3",
            "officer-lopez",
            TestData.NOW,
            "mzxw6ytboi2gk3tumvzxi33oma");

    Read asStored() {
        return read.withCorrections(List.of(correction));
    }

    void storeIn(StoredCity city, Entry entry) {
        city.frames().store(SEEN.frame(List.of()), List.of(read), List.of());
        city.corrections().add(read, correction, entry);
    }
}
