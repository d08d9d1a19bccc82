package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.plate.Plate;
import passby.local.city.CityKeyFile;
import passby.local.residue.Hunt;
import passby.local.residue.Place;
import passby.local.residue.Places;

/**
 * The residue hunt: after the date of a read that matched nothing, nothing of it is in any table, index, bucket, queue or dead letter, in
 * the log, in what was published, in the ledger and its openings, or in the files of the engines.
 */
class ResidueHuntJourneyIT {
    private static final String LISTED = "HWL5093";

    @Test
    void afterItsDateNothingOfAReadThatMatchedNothingIsAnywhere(@TempDir Path folder) throws Exception {
        var city = TestCity.onDisk(folder);
        List<String> words;
        try (city) {
            var uploadId = city.send(SpellingRecognizer.frame("RSD1101/CA", "RSD1102"));
            city.happenings().done(uploadId);
            var hitId = city.send(SpellingRecognizer.frame(LISTED + "/OH"));
            city.happenings().done(hitId);
            city.awaitQuiet();
            words = List.of(uploadId, "RSD1101", "RSD1102", key(folder, "RSD1101"), key(folder, "RSD1102"));
            assertThat(hunt(city, words).found())
                    .contains(
                            "table passby-Frames",
                            "table passby-Reads",
                            "table passby-Plates",
                            "index passby-Reads byExpiry",
                            "bucket passby-pictures");
            assertThat(new Hunt(Places.files(folder), words).found()).contains("files dynamodb", "files s3");

            var day = city.clock().instant().truncatedTo(ChronoUnit.DAYS);
            city.city().tickOfDay();
            city.clock().advance(Duration.ofDays(8));
            passTime(city);

            var running = hunt(city, words);
            running.print(System.out::println);
            assertThat(running.found()).isEmpty();
            assertThat(running.places()).hasSizeGreaterThan(50);
            assertThat(statistics(city, day)).contains("\"read\":3", "\"frame-with-plates\":2");
            assertThat(hunt(city, List.of(hitId)).found()).contains("table passby-Reads", "bucket passby-pictures");
        }

        var stopped = new Hunt(Places.files(folder), words);
        stopped.print(System.out::println);
        assertThat(stopped.found()).isEmpty();
        assertThat(new Hunt(Places.files(folder), List.of(key(folder, LISTED))).found())
                .contains("files dynamodb");
    }

    /** The minutes in which the purge, the sweepers and the seal do their work, and the day's end. */
    private static void passTime(TestCity city) {
        for (var minute = 0; minute < 3; minute++) {
            city.city().tick();
            city.clock().advance(Duration.ofMinutes(1));
        }
        city.city().tickOfDay();
        city.city().tick();
    }

    /** Counted when it happened, and told after every read that matched nothing is gone. */
    private static String statistics(TestCity city, Instant day) {
        return city.city()
                .wiring()
                .archive()
                .find("statistics/" + day.toString().substring(0, 10) + ".json")
                .orElse("");
    }

    private static Hunt hunt(TestCity city, List<String> words) throws IOException {
        var clients = city.engines().clients();
        var places = new ArrayList<>(Places.stored(clients.dynamoDb(), clients.s3()));
        places.addAll(Places.queues(clients.sqs()));
        places.add(new Place("log", city.log().lines().count(), city.log()));
        places.add(new Place("published", city.alerts().size(), city.alerts().toString()));
        return new Hunt(places, words);
    }

    private static String key(Path folder, String plate) throws IOException {
        return CityKeyFile.in(folder, byte[]::new).plateKey(new Plate(plate)).value();
    }
}
