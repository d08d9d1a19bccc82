package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.http.ProblemType;
import passby.core.ledger.Count;
import passby.core.plate.Plate;
import passby.core.read.Processed;
import passby.core.retention.NonHitRetention;
import passby.local.city.CityKeyFile;

/** A city that keeps nothing about whoever is not looked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlushModeJourneyIT {
    private static final String LISTED = "HWL5093";

    private TestCity city;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        city = TestCity.inMemory(folder, NonHitRetention.FLUSH);
    }

    @AfterAll
    void stop() {
        city.close();
    }

    /** The store's events are told by the machine's clock: a city that stayed ahead would find every frame late. */
    @AfterEach
    void comeBackToNow() {
        city.clock().backToNow();
    }

    @Test
    void nothingAboutAFrameWithoutAHitIsAnywhere() throws Exception {
        var uploadId = city.send(SpellingRecognizer.frame("FLS3301/CA", "FLS3302"));

        var processed = city.happenings().end(uploadId);
        city.awaitQuiet();
        city.city().tick();

        assertThat(processed).isInstanceOf(Processed.Done.class);
        var traces = Traces.of(city);
        assertThat(traces.placesOf(List.of(uploadId, "FLS3301", "FLS3302", key("FLS3301"), key("FLS3302"))))
                .isEmpty();
        assertThat(traces.places().keySet()).hasSizeGreaterThan(15);
        assertThat(traces.places().get("bucket " + TestCity.UPLOADS)).isEmpty();
    }

    @Test
    void ofAFrameWithAHitTheHitIsKeptAndItsNeighbourIsNot() throws Exception {
        var uploadId = city.send(SpellingRecognizer.frame("FLS3303/CA", LISTED + "/OH"));

        var hits = city.happenings().done(uploadId).hits();
        city.awaitQuiet();

        assertThat(hits).hasSize(1);
        var traces = Traces.of(city);
        assertThat(traces.placesOf(List.of("FLS3303", key("FLS3303"), uploadId + "-1")))
                .isEmpty();
        assertThat(traces.placesOf(List.of(uploadId + "-2")))
                .contains("table passby-Frames", "table passby-Hits", "table passby-Reads", "bucket passby-pictures");
        assertThat(traces.places().get("bucket passby-pictures")).contains("-crops-");
        assertThat(city.found(city.officer(), LISTED)).contains(LISTED);
        var hit = hits.getFirst().hitId().value();
        assertThat(city.officer().get("/v1/hits/" + hit + "/pictures/plate").status())
                .isEqualTo(200);
    }

    @Test
    void aFrameOfFortySecondsAgoIsTooLateAndHoldsUpNoOther() throws Exception {
        var frame = SpellingRecognizer.frame("FLS3304/CA");
        var late = city.shot(frame, city.clock().instant().minus(Duration.ofSeconds(40)));

        var alone = city.ask(city.camera(), Bodies.announcement(late));
        var among = city.ask(city.camera(), Bodies.announcement(late, city.shot(frame)));

        alone.isRefused(ProblemType.TOO_LATE);
        var uploads = among.is(201).path("uploads");
        assertThat(uploads.path(0).path("refused").asText()).isEqualTo("too-late");
        assertThat(uploads.path(1).path("url").asText()).contains("X-Amz-Expires=30");
        assertThat(city.counted(Count.UPLOAD_REFUSED)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatWasNeverProcessedIsSweptByTheFirstTickAfterAMinute() throws Exception {
        var uploadId = sleptThrough("FLS3305/CA");
        var swept = city.counted(Count.FRAME_SWEPT);

        city.clock().advance(Duration.ofSeconds(61));
        city.city().tick();

        assertThat(city.uploads()).noneMatch(key -> key.contains(uploadId));
        assertThat(city.counted(Count.FRAME_SWEPT)).isGreaterThan(swept);
        assertThat(Traces.of(city).placesOf(List.of("FLS3305", key("FLS3305")))).isEmpty();
    }

    @Test
    void whatComesBackAfterOneHundredAndFiftySecondsIsDropped() throws Exception {
        city.visibility(Duration.ofSeconds(3));
        var uploadId = sleptThrough("FLS3306/CA");
        var dropped = city.counted(Count.FRAME_DROPPED_LATE);

        city.clock().advance(Duration.ofSeconds(151));

        assertThat(city.happenings().end(uploadId)).isEqualTo(new Processed.TooLate());
        assertThat(city.counted(Count.FRAME_DROPPED_LATE)).isEqualTo(dropped + 1);
        city.awaitQuiet();
        assertThat(Traces.of(city).placesOf(List.of(uploadId, "FLS3306", key("FLS3306"))))
                .isEmpty();
    }

    /** A frame that the recogniser could not read when it came. */
    private String sleptThrough(String plate) throws Exception {
        city.awake(false);
        try {
            var uploadId = city.send(SpellingRecognizer.later(plate));
            city.happenings().awaitRetry(uploadId);
            assertThat(city.uploads()).anyMatch(key -> key.contains(uploadId));
            return uploadId;
        } finally {
            city.awake(true);
        }
    }

    private String key(String plate) throws Exception {
        return CityKeyFile.in(city.folder(), byte[]::new)
                .plateKey(new Plate(plate))
                .value();
    }
}
