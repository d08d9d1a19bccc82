package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.local.springfield.Springfield;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whatever a person asks, the ledger has it by the time of the answer, once, and in clear it names nobody. */
@ExtendWith(SharedCity.class)
class EverythingIsEnteredJourneyIT {
    private static final Tables TABLES = new Tables(TestCity.TABLES);

    /** A request of a person, whose answer may be anything. */
    private interface Request {
        Reply send() throws InterruptedException;
    }

    @Test
    void everyAnswerToAPersonAndEveryRefusalHasExactlyOneEntryOfItsType(TestCity city) throws Exception {
        var officer = signedIn(city.officer());
        var admin = signedIn(city.admin());
        var done = city.happenings().done(city.send(SpellingRecognizer.frame("EIE8801/CA", "HWL5093/OH")));
        var hit = "/v1/hits/" + done.hits().getFirst().hitId().value();
        var picture = "/v1/read-pictures/" + done.reads().getFirst().readId() + "/plate";
        var purpose = Map.of("purpose", Bodies.purpose());

        assertEnters(city, "search done", () -> officer.post("/v1/searches", city.search("EIE8801")));
        assertEnters(city, "search refused", () -> officer.post("/v1/searches", Map.of("plate", "EIE8801")));
        assertEnters(city, "read-picture-streamed done", () -> officer.post(picture, purpose));
        assertEnters(city, "read-picture-streamed refused", () -> officer.post(picture, Map.of()));
        var view = "/v1/read-views/" + done.reads().getFirst().readId();
        var seen = new HashMap<>(city.search("EIE8801"));
        seen.remove("plate");
        seen.put("cameraIds", List.of(done.reads().getFirst().cameraId()));
        seen.put("from", done.reads().getFirst().capturedAt().minusSeconds(60).toString());
        assertEnters(city, "search done", () -> officer.post("/v1/camera-searches", seen));
        assertEnters(city, "search refused", () -> officer.post("/v1/camera-searches", Map.of()));
        assertEnters(city, "read-viewed done", () -> officer.post(view, purpose));
        assertEnters(city, "read-viewed refused", () -> officer.post(view, Map.of()));
        var correction = "/v1/read-corrections/" + done.reads().getFirst().readId();
        assertEnters(city, "read-corrected refused", () -> officer.post(correction, Map.of()));
        assertEnters(city, "hits-listed done", () -> officer.get("/v1/hits"));
        assertEnters(city, "hit-viewed done", () -> officer.get(hit));
        assertEnters(city, "hit-picture-streamed done", () -> officer.get(hit + "/pictures/plate"));
        assertEnters(
                city,
                "hit-step done",
                () -> officer.post(hit + "/steps", Map.of("step", "rejected", "reason", "wrong-vehicle")));
        assertEnters(city, "cameras-viewed done", () -> admin.get("/v1/cameras"));
        assertEnters(city, "access-refused refused", () -> admin.post("/v1/searches", city.search("EIE8801")));
    }

    @Test
    void whatIsRefusedBehindTheDoorIsEnteredUnderWhatItWouldHaveBeen(TestCity city) throws Exception {
        var officer = signedIn(city.officer());
        var admin = signedIn(city.admin());
        var done = city.happenings().done(city.send(SpellingRecognizer.frame("HWL5093/OH")));
        var steps = "/v1/hits/" + done.hits().getFirst().hitId().value() + "/steps";
        var nowhere = "/v1/hits/" + "a".repeat(52);
        var noEntry = "/v1/hot-list-entries/01KAR2V4X6M0S9QK3P5T8B1CDE";
        var noRead = "/v1/read-pictures/01KAR2V4X6M0S9QK3P5T8B1CDE-1/plate";
        var noCamera = "/v1/cameras/cam-nowhere/retirement";

        assertEnters(city, "hit-step refused", () -> officer.post(steps, Map.of("step", "image-matched")));
        assertEnters(city, "hit-step refused", () -> officer.post(steps, Map.of()));
        assertEnters(city, "hit-viewed refused", () -> officer.get(nowhere));
        assertEnters(city, "hit-picture-streamed refused", () -> officer.get(nowhere + "/pictures/plate"));
        assertEnters(
                city, "read-picture-streamed refused", () -> officer.post(noRead, Map.of("purpose", Bodies.purpose())));
        assertEnters(city, "hot-list-entry-added refused", () -> officer.post("/v1/hot-list-entries", Map.of()));
        assertEnters(city, "hot-list-entry-viewed refused", () -> officer.get(noEntry));
        assertEnters(city, "hot-list-entry-withdrawn refused", () -> officer.send("DELETE", noEntry, "", new byte[0]));
        assertEnters(city, "camera-registered refused", () -> admin.post("/v1/cameras", Map.of()));
        assertEnters(city, "camera-key-added refused", () -> admin.post("/v1/cameras/cam-bridge/keys", Map.of()));
        assertEnters(city, "camera-retired refused", () -> admin.send("POST", noCamera, "", new byte[0]));
    }

    @Test
    void aSignInIsEnteredOnceHoweverManyRequestsComeFirst(TestCity city) throws Exception {
        var officer = city.officer();
        var before = ids(city);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Collections.<Callable<Reply>>nCopies(4, () -> officer.get("/v1/hits")));
            for (var answer : answers) {
                answer.get().is(200);
            }
        }

        var entered = entries(city);
        entered.keySet().removeAll(before);
        assertThat(entered.values())
                .filteredOn(entry -> entry.contains("\"sign-in\""))
                .hasSize(1);
        assertThat(entered.values())
                .filteredOn(entry -> entry.contains("\"hits-listed\""))
                .hasSize(4);
        assertThat(entered.values()).noneMatch(entry -> entry.contains(Springfield.OFFICER));
    }

    /** Past the first request of their sign-in, which has an entry of its own. */
    private static Visitor signedIn(Visitor person) throws InterruptedException {
        person.get("/v1/hits");
        return person;
    }

    private static void assertEnters(TestCity city, String typeAndOutcome, Request request) throws Exception {
        var before = ids(city);

        var reply = request.send();

        var entered = entries(city);
        entered.keySet().removeAll(before);
        // The minute's own entries may come in between.
        entered.values().removeIf(entry -> entry.contains("\"counted\"") || entry.contains("\"frames-admitted\""));
        assertThat(entered).as(typeAndOutcome).hasSize(1);
        var entry = entered.values().iterator().next();
        var json = new ObjectMapper().readTree(entry);
        assertThat(json.path("type").asText() + " " + json.path("outcome").asText())
                .isEqualTo(typeAndOutcome);
        assertThat(entry)
                .doesNotContain("EIE8801", "HWL5093", "k1.", Springfield.OFFICER, Springfield.ADMIN, "26-000117");
        var named = reply.header("passby-entry").isEmpty()
                ? reply.json().path("entryId").asText()
                : reply.header("passby-entry");
        assertThat(entered).containsOnlyKeys(named);
    }

    @Test
    void whatAnEntryCommitsToIsOpenedBySaltsThatNoOtherFieldHas(TestCity city) throws Exception {
        var answer = city.officer().post("/v1/searches", city.search("EIE8802")).is(200);

        var row = rows(city, Tables.LEDGER_OPENINGS).stream()
                .filter(item ->
                        text(item, "entryId").equals(answer.path("entryId").asText()))
                .findFirst()
                .orElseThrow();

        var openings = part(row, "openings");
        assertThat(text(part(openings, "actor"), "value")).isEqualTo(Springfield.OFFICER);
        assertThat(text(part(openings, "plate"), "value")).isEqualTo("EIE8802");
        assertThat(text(part(openings, "result-count"), "value")).isEqualTo("0");
        var salts = new HashSet<String>();
        openings.keySet().forEach(field -> salts.add(text(part(openings, field), "salt")));
        assertThat(salts).hasSameSizeAs(openings.keySet());
    }

    private static Set<String> ids(TestCity city) {
        return Set.copyOf(entries(city).keySet());
    }

    /** The canonical texts by their entries' ids. */
    private static Map<String, String> entries(TestCity city) {
        var entries = new HashMap<String, String>();
        rows(city, Tables.LEDGER_PENDING).forEach(item -> entries.put(text(item, "entryId"), text(item, "entry")));
        // What was sealed meanwhile is in a batch before it leaves the table.
        entries.putAll(SealedEntries.in(city.folder().resolve("ledger")));
        return entries;
    }

    private static Map<String, AttributeValue> part(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).m();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    private static List<Map<String, AttributeValue>> rows(TestCity city, Table table) {
        return city
                .engines()
                .clients()
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(TABLES.name(table)).consistentRead(true))
                .items()
                .stream()
                .toList();
    }
}
