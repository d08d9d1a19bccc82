package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.id.Digests;
import passby.local.camera.ApiClient;
import passby.local.lists.ImportCommand;
import passby.local.lists.ImportProgress;
import passby.local.lists.ListSender;
import passby.local.springfield.Springfield;

/** Files of other agencies become lists that alert, by two people's word, and each leaves its receipt. */
@ExtendWith(SharedCity.class)
class ListImportJourneyIT {
    private static final Path SAMPLES = Path.of("../../events/hotlists/clean");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bar = new ByteArrayOutputStream();

    private ListSender sender(TestCity city, HttpClient http) {
        return new ListSender(
                http,
                new ListSender.Person(api(city, http, Springfield.ADMIN), "system-admin"),
                new ListSender.Person(api(city, http, "manager-osei"), "program-manager"),
                new ImportProgress(new PrintStream(bar, true, StandardCharsets.US_ASCII), 10));
    }

    private static ApiClient api(TestCity city, HttpClient http, String person) {
        return new ApiClient(http, city.city().api(), city.person(person).token());
    }

    private JsonNode send(TestCity city, String source, String layout, Path file, int removals)
            throws IOException, InterruptedException {
        var sha256 = HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(file)));
        try (var http = HttpClient.newHttpClient()) {
            var sender = sender(city, http);
            sender.arm(new ListSender.Source(source, "State Police", layout, 24, null));
            sender.agree(source, sha256, removals);
            return sender.send(source, file, sha256, null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ncic, ncic.txt",
        "mn, mn.csv",
        "tx, tx.csv",
        "ca-stolen-vehicle, ca-stolen-vehicle.txt",
        "ca-felony, ca-felony.txt",
        "ca-stolen-plate, ca-stolen-plate.txt",
        "ny, ny.txt",
        "co, co.txt",
        "il, il.txt",
        "oh, oh.txt",
        "fl, fl.txt",
        "wa, wa.csv",
        "generic, generic.csv"
    })
    void theSampleOfEachFeedIsImportedAndItsReceiptAddsUp(String layout, String sample, TestCity city)
            throws Exception {
        var outcome = send(city, layout, layout, SAMPLES.resolve(sample), 0);

        assertThat(outcome.path("result").asText()).as(outcome.toString()).isEqualTo("imported");
        var counts = outcome.path("counts");
        var rejected = outcome.path("rejected")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .sum();
        assertThat(counts.path("entries").asLong())
                .isPositive()
                .isEqualTo(counts.path("added").asLong());
        assertThat(counts.path("rows").asLong())
                .isEqualTo(counts.path("entries").asLong() + rejected);
        assertThat(bar.toString(StandardCharsets.US_ASCII))
                .contains("importing [")
                .contains("100 %");
    }

    @Test
    void theScriptImportsAWholeFolderAndPrintsAReceiptForEachFile(TestCity city) throws Exception {
        var files = Files.createDirectory(folder.resolve("samples"));
        Files.copy(SAMPLES.resolve("mn.csv"), files.resolve("mn.csv"));
        Files.writeString(files.resolve("tx.csv"), "nothing\n");
        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        int result;
        try {
            result = ImportCommand.run(new String[] {
                "import",
                files.toString(),
                "--source",
                "folder-journey",
                "--api",
                city.city().api().toString(),
                "--token",
                city.person(Springfield.ADMIN).token(),
                "--second-token",
                city.person("manager-osei").token()
            });
        } finally {
            System.setOut(before);
        }

        // The file without a row is refused, and the others are imported all the same.
        assertThat(result).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("mn.csv", "list folder-journey: imported", "list folder-journey: aborted", "  ledger    ");
    }

    @Test
    void aListedPlateAlertsAndOneThatTheNextFileDropsDoesNot(TestCity city) throws Exception {
        var file = folder.resolve("first.csv");
        Files.writeString(file, row(1, "LIJ7701") + row(2, "LIJ7702"));
        send(city, "journey", "mn", file, 0);
        city.clock().advance(java.time.Duration.ofSeconds(6));
        assertThat(alerts(city, "LIJ7701/MN")).isEqualTo(1);

        var next = folder.resolve("second.csv");
        Files.writeString(next, row(2, "LIJ7702"));
        var outcome = send(city, "journey", "mn", next, 60);

        assertThat(outcome.path("counts").path("removed").asLong()).isEqualTo(1);
        city.clock().advance(java.time.Duration.ofSeconds(6));
        assertThat(alerts(city, "LIJ7701/MN")).isZero();
        assertThat(alerts(city, "LIJ7702/MN")).isEqualTo(1);
    }

    @Test
    void aFileThatRemovesTooMuchIsAbortedAndTheLastGoodVersionStays(TestCity city) throws Exception {
        var file = folder.resolve("whole.csv");
        Files.writeString(file, row(1, "LIK7701") + row(2, "LIK7702"));
        send(city, "half", "mn", file, 0);

        var half = folder.resolve("half.csv");
        Files.writeString(half, row(1, "LIK7701"));
        var outcome = send(city, "half", "mn", half, 0);

        assertThat(outcome.path("result").asText()).isEqualTo("aborted");
        assertThat(outcome.path("reason").asText()).isEqualTo("shrunk");
        city.clock().advance(java.time.Duration.ofSeconds(6));
        assertThat(alerts(city, "LIK7702/MN")).isEqualTo(1);
    }

    private static String row(int number, String plate) {
        return "V%09d,XX0000100,20260901,%s,MN,2026,PC,2017,CHEV,AVA,PK,BLU%n".formatted(number, plate);
    }

    private static int alerts(TestCity city, String passing) throws Exception {
        var before = city.alerts().size();
        city.happenings()
                .done(city.send(city.shot(SpellingRecognizer.frame(passing))).getFirst());
        return city.alerts().size() - before;
    }
}
