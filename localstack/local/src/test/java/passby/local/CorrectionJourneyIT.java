package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.http.ProblemType;
import passby.core.retention.NonHitRetention;

/** From a misread row to a search that finds it by what its picture shows. */
final class CorrectionJourneyIT {
    private static final String READ = "CRT1234";
    private static final String SHOWN = "CRT1934";

    @TempDir
    private Path folder;

    @Test
    void aMisreadRowKeepsWhatWasReadAndIsFoundByWhatItShows() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_7)) {
            var done = city.happenings().done(city.send(SpellingRecognizer.frame(READ + "/CA")));
            var read = done.reads().getFirst().readId();
            var view = city.officer()
                    .post("/v1/read-views/" + read, Map.of("purpose", Bodies.purpose()))
                    .is(200);
            var correction = Map.<String, Object>of(
                    "view", view.path("entryId").asText(), "plate", SHOWN, "reason", "The fifth character is a 9");

            city.officer().post("/v1/read-corrections/" + read, correction).is(201);

            var row = city.officer()
                    .post("/v1/searches", city.search(SHOWN))
                    .is(200)
                    .at("/rows/0");
            assertThat(row.path("plate").asText()).isEqualTo(READ);
            assertThat(row.at("/corrections/0/plate").asText()).isEqualTo(SHOWN);
            assertThat(city.officer()
                            .post("/v1/searches", city.search(READ))
                            .is(200)
                            .at("/rows/0/corrections"))
                    .hasSize(1);
        }
    }

    @Test
    void whoDidNotOpenTheRowSaysNothingOfIt() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_7)) {
            var done = city.happenings().done(city.send(SpellingRecognizer.frame(READ + "/CA")));
            var read = done.reads().getFirst().readId();
            var search = city.officer().post("/v1/searches", city.search(READ)).is(200);
            var correction = Map.<String, Object>of(
                    "view", search.path("entryId").asText(), "plate", SHOWN, "reason", "A guess");

            city.officer().post("/v1/read-corrections/" + read, correction).isRefused(ProblemType.NOT_FOUND);
        }
    }
}
