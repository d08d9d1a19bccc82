package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Tables;
import passby.aws.http.ProblemType;
import passby.core.read.Processed;
import passby.core.retention.NonHitRetention;
import passby.local.city.City;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** From the search that named a read to the package that a stranger checks, and to nothing when the hold has ended. */
final class EvidenceJourneyIT {
    private static final String HELD = "EVD1234";
    private static final String BESIDE_IT = "EVD5678";

    @TempDir
    private Path folder;

    @Test
    void aHeldReadOutlivesItsRetentionIsExportedAndGoesWithItsHold() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_1)) {
            var uploadId = city.send(SpellingRecognizer.frame(HELD + "/CA", BESIDE_IT + "/CA"));
            assertThat(city.happenings().end(uploadId)).isInstanceOf(Processed.Done.class);
            var found = city.officer().post("/v1/searches", city.search(HELD)).is(200);

            var hold = placed(city, found);
            minutes(city, 2);
            assertThat(copies(city)).noneMatch(name -> name.contains("-2"));
            approve(city, hold);
            minutes(city, 2);
            city.clock().advance(Duration.ofDays(3));
            minutes(city, 1);

            assertThat(city.found(city.officer(), HELD)).isEmpty();
            whatIsExportedIsGenuine(city, hold);
            released(city, hold);
            minutes(city, 4);
            assertThat(copies(city)).isEmpty();
            city.person("chief-ito").post("/v1/holds/" + hold + "/exports", "").isRefused(ProblemType.NOT_FOUND);
        }
    }

    @Test
    void onlyWhatASearchOrHitNamedIsHeldAndOnlyByThoseWhoDecide() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_7)) {
            var uploadId = city.send(SpellingRecognizer.frame(HELD + "/CA"));
            city.happenings().end(uploadId);
            var found = city.officer().post("/v1/searches", city.search(HELD)).is(200);
            var other =
                    city.officer().post("/v1/searches", city.search("OTH0001")).is(200);
            var read = found.at("/rows/0/readId").asText();

            city.person("records-zhou")
                    .post("/v1/holds", form(city, read, other.path("entryId").asText()))
                    .isRefused(ProblemType.NOT_FOUND);
            city.officer()
                    .post("/v1/holds", form(city, read, found.path("entryId").asText()))
                    .isRefused(ProblemType.FORBIDDEN);
            city.admin().get("/v1/holds").isRefused(ProblemType.FORBIDDEN);
            assertThat(city.person("auditor-quist").get("/v1/holds").is(200).path("holds"))
                    .isEmpty();
        }
    }

    /** Searches that answer without plates name no read; whoever opened a row of theirs may name it. */
    @Test
    void aRowThatWasOpenedMayBeHeldByTheEntryOfItsView() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_7)) {
            var done = city.happenings().done(city.send(SpellingRecognizer.frame(HELD + "/CA")));
            var stored = done.reads().getFirst();
            var seen = new HashMap<>(city.search(HELD));
            seen.remove("plate");
            seen.put("cameraIds", List.of(stored.cameraId()));
            seen.put("from", stored.capturedAt().minusSeconds(60).toString());
            var found = city.officer().post("/v1/camera-searches", seen).is(200);
            var read = found.at("/reads/0/readId").asText();
            var view = city.officer()
                    .post("/v1/read-views/" + read, Map.of("purpose", Bodies.purpose()))
                    .is(200);

            city.person("records-zhou")
                    .post("/v1/holds", form(city, read, found.path("entryId").asText()))
                    .isRefused(ProblemType.NOT_FOUND);
            var held = city.person("records-zhou")
                    .post("/v1/holds", form(city, read, view.path("entryId").asText()))
                    .is(201);
            assertThat(held.path("state").asText()).isEqualTo("preserved");
        }
    }

    @Test
    void aReadWhoseDeletionHasBegunCannotBeHeldAnyMore() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_7)) {
            city.happenings().end(city.send(SpellingRecognizer.frame(HELD + "/CA")));
            var found = city.officer().post("/v1/searches", city.search(HELD)).is(200);
            marked(city);
            var form = form(
                    city,
                    found.at("/rows/0/readId").asText(),
                    found.path("entryId").asText());

            city.person("records-zhou").post("/v1/holds", form).isRefused(ProblemType.CONFLICT);
        }
    }

    /** As the purge does it before it deletes anything. */
    private static void marked(TestCity city) {
        var client = city.engines().clients().dynamoDb();
        var table = new Tables(City.TABLES).name(Tables.READS);
        var sort = Tables.READS.sortKey().orElseThrow();
        for (var row : client.scan(scan -> scan.tableName(table)).items()) {
            client.updateItem(update -> update.tableName(table)
                    .key(Map.of(
                            Tables.READS.partition(),
                            Objects.requireNonNull(row.get(Tables.READS.partition())),
                            sort,
                            Objects.requireNonNull(row.get(sort))))
                    .updateExpression("SET #mark = :now")
                    .expressionAttributeNames(Map.of("#mark", Expiry.MARK))
                    .expressionAttributeValues(Map.of(
                            ":now", AttributeValue.fromS(city.clock().instant().toString()))));
        }
    }

    private static Map<String, Object> form(TestCity city, String readId, String namedBy) {
        return Map.of(
                "kind",
                "criminal",
                "caseNumber",
                "26-004711",
                "authority",
                "Court order 12",
                "party",
                "prosecution",
                "role",
                "records-officer",
                "reviewAt",
                city.clock().instant().plus(Duration.ofDays(90)).toString(),
                "reads",
                List.of(Map.of("readId", readId, "namedBy", namedBy)));
    }

    private static String placed(TestCity city, JsonNode found) throws InterruptedException {
        var form = form(
                city, found.at("/rows/0/readId").asText(), found.path("entryId").asText());
        var hold = city.person("records-zhou").post("/v1/holds", form).is(201);
        assertThat(hold.path("state").asText()).isEqualTo("preserved");
        return hold.path("holdId").asText();
    }

    private static void approve(TestCity city, String hold) throws InterruptedException {
        var path = "/v1/holds/" + hold + "/decisions";
        city.person("records-zhou").post(path, decision("records-officer")).isRefused(ProblemType.NOT_INDEPENDENT);
        var held = city.person("manager-osei")
                .post(path, decision("program-manager"))
                .is(201);
        assertThat(held.path("state").asText()).isEqualTo("held");
    }

    private static void released(TestCity city, String hold) throws InterruptedException {
        city.person("records-zhou")
                .post("/v1/holds/" + hold + "/requests", Map.of("action", "release", "role", "records-officer"))
                .is(201);
        city.person("manager-osei")
                .post("/v1/holds/" + hold + "/decisions", decision("program-manager"))
                .is(201);
    }

    private static Map<String, String> decision(String role) {
        return Map.of("decision", "approve", "role", role);
    }

    private static void minutes(TestCity city, int count) {
        for (var minute = 0; minute < count; minute++) {
            city.city().tick();
            city.clock().advance(Duration.ofMinutes(1));
        }
    }

    private static List<String> copies(TestCity city) {
        return city.engines().clients().s3().listObjectsV2(list -> list.bucket(City.EVIDENCE)).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    private void whatIsExportedIsGenuine(TestCity city, String hold) throws Exception {
        var reply = city.person("records-zhou").send("POST", "/v1/holds/" + hold + "/exports", "", new byte[0]);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/zip");
        var zip = reply.body();
        var files = files(zip);

        assertThat(files.keySet())
                .anyMatch(name -> name.endsWith("page.pdf"))
                .anyMatch(name -> name.endsWith("plate.jpg"))
                .anyMatch(name -> name.endsWith(".proof"));
        files.forEach((name, content) -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                .as(name)
                .doesNotContain(BESIDE_IT));
        assertThat(check(files, zip)).startsWith("0 GENUINE").contains("earlier entries are proved");
        zip[zip.length / 2] ^= 1;
        assertThat(check(files, zip)).startsWith("1 NOT GENUINE: ");
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** As its reader runs it: the program of the package, on a JVM that has nothing else. */
    private String check(Map<String, byte[]> files, byte[] zip) throws IOException, InterruptedException {
        var source =
                Files.write(folder.resolve("VerifyExport.java"), files.getOrDefault("VerifyExport.java", new byte[0]));
        var file = Files.write(folder.resolve("package.zip"), zip);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, source.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
