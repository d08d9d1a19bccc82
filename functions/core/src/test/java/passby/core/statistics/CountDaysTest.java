package passby.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.archive.InMemoryArchive;
import passby.core.id.Digests;
import passby.core.ledger.Count;
import passby.core.quality.Judged;
import passby.core.quality.Verdict;
import passby.core.testing.InMemoryCity;
import passby.core.testing.TestData;

final class CountDaysTest {
    private static final Instant MIDNIGHT = Instant.parse("2036-05-07T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryArchive archive = new InMemoryArchive();
    private final CountDays countDays = new CountDays(
            city.counters(), city.latencies(), city.readings(), city.illegible(), city.cameras(), archive);

    private String file(String day) {
        return archive.find("statistics/" + day + ".json").orElse("");
    }

    @Test
    void aDayIsWrittenWithTheFirstAndTheLastOfItsMinutesAndTodayIsNot() {
        city.counters().add(Count.READ, 3, MIDNIGHT.minus(DAY));
        city.counters().add(Count.READ, 4, MIDNIGHT.minusSeconds(1));
        city.counters().add(Count.READ, 100, MIDNIGHT);

        countDays.write(MIDNIGHT, MIDNIGHT);

        assertThat(file("2036-05-06")).contains("\"day\":\"2036-05-06\"", "\"read\":7", "\"frame-no-plate\":0");
        assertThat(archive.list("statistics/")).containsExactly("statistics/2036-05-06.json");
    }

    @Test
    void aDayTellsWhatItsAlertsTookByCameraAndForTheCity() {
        city.cameras().put(TestData.camera("cam-elm"));
        city.cameras().put(TestData.camera("cam-oak"));
        var noon = MIDNIGHT.minus(Duration.ofHours(12));
        city.latencies().add("cam-elm", Duration.ofMillis(400), Duration.ofMillis(100), noon);
        city.latencies().add("cam-oak", Duration.ofHours(1), Duration.ofMillis(100), noon);
        city.latencies().add("cam-oak", Duration.ofMillis(400), Duration.ofMillis(100), MIDNIGHT);

        countDays.write(MIDNIGHT.minus(DAY), MIDNIGHT);

        assertThat(file("2036-05-06"))
                .contains("\"cam-elm\":{\"captureToAlert\":{\"n\":1,\"p50Ms\":400,\"p95Ms\":400}")
                .contains("\"city\":{\"captureToAlert\":{\"n\":2,\"p50Ms\":400,")
                .contains("\"uploadToAlert\":{\"n\":2,\"p50Ms\":100,\"p95Ms\":100}");
        assertThat(file("2036-05-05")).contains("\"cameras\":{},\"city\":{\"captureToAlert\":{\"n\":0}");
    }

    @Test
    void aDayTellsWhatPeopleSaidOfPlatesAndWhatCouldNotBeRead() {
        city.cameras().put(TestData.camera("cam-elm"));
        var noon = MIDNIGHT.minus(Duration.ofHours(12));
        city.readings().add(List.of(new Judged("cam-elm", Verdict.SAMPLE_WRONG, "NY", 7, "container 1.2.2")), noon);
        city.illegible().add("cam-elm", Map.of("blurred", 4L), noon);

        countDays.write(MIDNIGHT, MIDNIGHT);

        assertThat(file("2036-05-06"))
                .contains("\"illegiblePlates\":{\"cam-elm\":{\"blurred\":4}}")
                .contains("\"judgedPlates\":{\"cam-elm\":{\"all\":{\"\":{\"sample-wrong\":1}},"
                        + "\"engine\":{\"container 1.2.2\":{\"sample-wrong\":1}},"
                        + "\"hour\":{\"07\":{\"sample-wrong\":1}},\"state\":{\"NY\":{\"sample-wrong\":1}}}}");
    }

    @Test
    void whatWasCountedLateStandsInTheFileOfTheNextClose() {
        countDays.write(MIDNIGHT, MIDNIGHT);
        city.counters().add(Count.READ, 2, MIDNIGHT.minusMillis(1));

        var hashes = countDays.write(MIDNIGHT, MIDNIGHT.plus(DAY));

        assertThat(file("2036-05-06")).contains("\"read\":2");
        assertThat(hashes).containsOnlyKeys("statistics/2036-05-06.json", "statistics/2036-05-07.json");
        assertThat(hashes).containsEntry("statistics/2036-05-06.json", Digests.sha256Hex(file("2036-05-06")));
    }

    @Test
    void daysThatWereMissedAreWrittenLaterAsFarAsCountersReach() {
        city.counters().add(Count.READ, 5, MIDNIGHT.plus(DAY.multipliedBy(2)));

        countDays.write(MIDNIGHT, MIDNIGHT.plus(DAY.multipliedBy(4)));

        assertThat(file("2036-05-09")).contains("\"read\":5");
        assertThat(countDays.write(MIDNIGHT, MIDNIGHT.plus(DAY.multipliedBy(100))))
                .hasSize(CountDays.MOST_DAYS);
    }
}
