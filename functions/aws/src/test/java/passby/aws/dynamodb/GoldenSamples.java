package passby.aws.dynamodb;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import passby.aws.capture.DynamoDbCameras;
import passby.aws.ledger.DynamoDbIllegiblePlates;
import passby.aws.ledger.DynamoDbReadingCounts;
import passby.aws.ledger.DynamoDbSamples;
import passby.core.capture.Camera;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.quality.Judged;
import passby.core.quality.Verdict;
import passby.core.read.SampledRead;
import passby.core.sample.Label;
import passby.core.sample.Sample;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/** What is stored of how well plates are read: samples, what was said of them, what could not be read, a camera in quarantine. */
final class GoldenSamples {
    final Sample waiting = new Sample(read(0), Set.of(), null);
    final Sample labelled = new Sample(read(1), Set.of("records-rosa"), Label.WRONG);
    final Judged judged = new Judged("cam-elm", Verdict.SAMPLE_WRONG, "CA", 12, "container 1.2.2");
    final Map<String, Long> illegible = Map.of("blurred", 3L);

    /** In quarantine again, after somebody ended an earlier one. */
    final Camera quarantined = TestData.camera("cam-elder")
            .quarantined(TestData.NOW.minusSeconds(60))
            .cleared(TestData.NOW)
            .quarantined(TestData.NOW.plusSeconds(60));

    private static SampledRead read(int place) {
        return new SampledRead(
                "cam-elm",
                LocalDate.parse("2036-05-06"),
                place,
                "ab".repeat(32),
                "01JQ0000000000000000000012-1",
                ARead.ENGINE,
                TestData.NOW.plus(Duration.ofDays(7)));
    }

    void storeIn(StoredCity city, Function<EntryType, Entry> entry) {
        var samples = new DynamoDbSamples(city.client(), city.tables(), city.changes());
        samples.offer(waiting.read());
        samples.offer(labelled.read());
        samples.replace(new Sample(labelled.read(), Set.of(), null), labelled, entry.apply(EntryType.SAMPLE_LABELLED));
        new DynamoDbReadingCounts(city.client(), city.tables()).add(List.of(judged), TestData.NOW);
        new DynamoDbIllegiblePlates(city.client(), city.tables()).add("cam-elm", illegible, TestData.NOW);
        new DynamoDbCameras(city.client(), city.tables(), city.changes())
                .register(quarantined, entry.apply(EntryType.CAMERA_REGISTERED));
    }
}
