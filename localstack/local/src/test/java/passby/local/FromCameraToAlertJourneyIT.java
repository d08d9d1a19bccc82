package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.http.ProblemType;
import passby.core.policy.Bounds;
import passby.core.read.Processed;
import passby.core.read.Read;
import passby.local.springfield.Samples;
import passby.local.springfield.Springfield;

/** The sample pictures pass the cameras of a real city, are read by the real recogniser, and officers work with them. */
@ExtendWith(SharedCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FromCameraToAlertJourneyIT {
    private static final String PUSHED = "HWL5093";
    private static final String ADVISORY = "CVK482";

    private final Map<String, Processed> seen = new LinkedHashMap<>();
    private final List<String> uploadIds = new ArrayList<>();
    private List<JsonNode> alerts = List.of();

    @BeforeAll
    void thePicturesPass(TestCity city, @TempDir Path folder) throws Exception {
        var before = city.alerts().size();
        for (var picture : Samples.unpack(folder)) {
            var uploadId = city.send(Files.readAllBytes(picture));
            uploadIds.add(uploadId);
            seen.put(String.valueOf(picture.getFileName()), city.happenings().end(uploadId));
        }
        alerts = city.alerts().subList(before, city.alerts().size());
    }

    @Test
    void everyPlateOfThePicturesIsReadAndNothingElseWithConfidence() throws Exception {
        var truth = truth();

        assertThat(seen.keySet()).isEqualTo(truth.keySet());
        seen.forEach((name, processed) -> {
            var plates = truth.get(name);
            assertThat(plates(processed, _ -> true)).as(name).containsAll(plates);
            assertThat(plates).as(name).containsAll(plates(processed, FromCameraToAlertJourneyIT::isConfident));
        });
    }

    /** The plates of each picture. */
    private static Map<String, Set<String>> truth() throws IOException {
        var truth = new LinkedHashMap<String, Set<String>>();
        try (var file = Samples.class.getResourceAsStream("samples/truth.csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> List.of(line.split(",", -1))).forEach(line -> {
                var plates = truth.computeIfAbsent(line.getFirst(), _ -> new TreeSet<>());
                if (!line.get(1).isEmpty()) {
                    plates.add(line.get(1));
                }
            });
        }
        return truth;
    }

    private static Set<String> plates(Processed processed, Predicate<Read> which) {
        return processed instanceof Processed.Done done
                ? done.reads().stream()
                        .filter(which)
                        .map(read -> read.plate().raw())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Signs and shop fronts may be read too, but not with what the policy calls confidence. */
    private static boolean isConfident(Read read) {
        return read.best().confidence().value() * 100 >= Bounds.DEFAULT.confidentPercent();
    }

    @Test
    void oneAlertIsPushedAndOneIsAdvisoryAndNeitherNamesThePlate(TestCity city) throws Exception {
        assertThat(alerts)
                .extracting(alert -> alert.path("advisory").asBoolean())
                .containsExactlyInAnyOrder(false, true);
        assertThat(alerts)
                .extracting(alert -> alert.path("match").asText())
                .containsExactlyInAnyOrder("exact", "state-unknown");
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder(
                            "v",
                            "hitId",
                            "shortCode",
                            "category",
                            "zone",
                            "match",
                            "advisory",
                            "listAgeSeconds",
                            "ageSeconds",
                            "own",
                            "escalated",
                            "text");
            new Secrets(city).areNotIn("an alert", alert.toString());
            assertThat(alert.toString()).doesNotContain("http", "/v1/");
        });
        assertThat(city.happenings().alerts())
                .allSatisfy(alert -> assertThat(alert.attributes())
                        .containsOnlyKeys("category", "zone", "match", "advisory", "escalated"));
    }

    @Test
    void aSearchWithAPurposeFindsTheReadAndItsPicture(TestCity city) throws Exception {
        var officer = city.officer();

        var answer = officer.post("/v1/searches", city.search("9KZX418")).is(200);

        // Other journeys may have sent the same picture.
        var ours = answer.path("rows")
                .valueStream()
                .filter(row -> uploadIds.stream()
                        .anyMatch(id -> row.path("readId").asText().startsWith(id + "-")))
                .toList();
        assertThat(ours).hasSize(1);
        var row = ours.getFirst();
        assertThat(row.path("plate").asText()).isEqualTo("9KZX418");
        assertThat(row.path("state").path("code").asText()).isEqualTo("CA");
        assertThat(answer.path("entryId").asText()).isNotBlank();
        assertThat(answer.path("leafHash").asText()).isNotBlank();
        assertThat(answer.toString()).doesNotContain("k1.", "plateKey");
        var picture = officer.post(
                "/v1/read-pictures/" + row.path("readId").asText() + "/plate", Map.of("purpose", Bodies.purpose()));
        assertThat(picture.status()).isEqualTo(200);
        assertIsMarkedFor(Springfield.OFFICER, picture);
    }

    @Test
    void whoHasNotSeenThePictureSaysNothingAboutTheHitAndTheFirstVerdictStands(TestCity city) throws Exception {
        var hit = "/v1/hits/" + hitId(false);
        var steps = hit + "/steps";
        var officer = city.officer();
        var other = city.person("officer-lund");
        var matched = Map.of("step", "image-matched");

        assertThat(officer.get(hit).is(200).path("state").asText()).isEqualTo("alerted");
        officer.post(steps, matched).isRefused(ProblemType.PICTURE_NOT_SEEN);
        var picture = officer.get(hit + "/pictures/vehicle");
        other.post(steps, matched).isRefused(ProblemType.PICTURE_NOT_SEEN);
        var done = officer.post(steps, matched).is(201);
        var second = officer.post(steps, Map.of("step", "rejected", "reason", "misread"));

        assertThat(picture.status()).isEqualTo(200);
        assertIsMarkedFor(Springfield.OFFICER, picture);
        assertThat(done.path("steps")
                        .valueStream()
                        .map(step -> step.path("state").asText())
                        .toList())
                .containsExactly("viewed", "image-matched");
        assertThat(second.isRefused(ProblemType.CONFLICT).path("state").asText())
                .isEqualTo("image-matched");
        assertThat(officer.get("/v1/hits")
                        .is(200)
                        .path("hits")
                        .valueStream()
                        .map(open -> open.path("hitId").asText()))
                .as("a matched hit stays on the list until its end")
                .contains(hitId(false), hitId(true));
    }

    @Test
    void noUploadIsLeft(TestCity city) throws Exception {
        city.awaitQuiet();

        assertThat(city.uploads()).noneMatch(key -> uploadIds.stream().anyMatch(key::contains));
        assertThat(city.messages(city.queue().deadLetterUrl())).isZero();
    }

    @Test
    void theSameBytesUnderTheSameUrlAgainAreKnownAndAlertNobody(TestCity city) throws Exception {
        var frame = SpellingRecognizer.frame(PUSHED + "/OH", "RPT4401/CA");
        var promise = city.promise(city.shot(frame));
        assertThat(promise.put(frame)).isEqualTo(200);
        assertThat(city.happenings().end(promise.uploadId())).isInstanceOf(Processed.Done.class);
        var alerted = city.alerts().size();

        assertThat(promise.put(frame)).isEqualTo(200);

        assertThat(city.happenings().end(promise.uploadId(), 2)).isEqualTo(new Processed.AlreadyProcessed());
        assertThat(city.alerts()).hasSize(alerted);
        assertThat(city.found(city.officer(), "RPT4401")).containsExactly("RPT4401");
        city.awaitQuiet();
        assertThat(city.uploads()).noneMatch(key -> key.contains(promise.uploadId()));
    }

    @Test
    void anEventThatComesTwiceMoreChangesNothing(TestCity city) throws Exception {
        var frame = SpellingRecognizer.frame(ADVISORY, "RPT4402/CA");
        var promise = city.promise(city.shot(frame));
        promise.put(frame);
        city.happenings().end(promise.uploadId());
        var alerted = city.alerts().size();
        var key = promise.url().getPath().substring(("/" + TestCity.UPLOADS + "/").length());

        city.tell(event(key));
        city.tell(event(key));

        assertThat(city.happenings().end(promise.uploadId(), 2)).isEqualTo(new Processed.AlreadyProcessed());
        assertThat(city.happenings().end(promise.uploadId(), 3)).isEqualTo(new Processed.AlreadyProcessed());
        assertThat(city.alerts()).hasSize(alerted);
        assertThat(city.found(city.officer(), "RPT4402")).containsExactly("RPT4402");
    }

    /** A genuine event with another object in it. */
    private static String event(String key) throws IOException {
        try (var file = SharedCity.class.getResourceAsStream("/events/s3-object-created.json")) {
            var event = new ObjectMapper().readTree(Objects.requireNonNull(file));
            var s3 = (ObjectNode) event.at("/Records/0/s3");
            s3.withObject("/bucket").put("name", TestCity.UPLOADS);
            s3.withObject("/object").put("key", key);
            return event.toString();
        }
    }

    private String hitId(boolean advisory) {
        return alerts.stream()
                .filter(alert -> alert.path("advisory").asBoolean() == advisory)
                .map(alert -> alert.path("hitId").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void assertIsMarkedFor(String reader, Reply picture) {
        var entry = picture.header("passby-entry");
        assertThat(entry).isNotBlank();
        assertThat(picture.header("passby-reader")).isEqualTo(reader);
        assertThat(picture.header("content-type")).isEqualTo("image/jpeg");
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1))
                .contains("passby reader=" + reader + " entry=" + entry);
    }
}
