package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.note.TestKeys;

/** What a stranger proves with the public files alone. The quarter stays in the target folder: .ci/data shows it to programs of others. */
final class VerifyDataTest {
    private static final Path QUARTER = Path.of("target/planted-quarter");
    private static final String KEY = TestKeys.LOG.verifierKey().text();

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeQuarter() throws IOException {
        PlantedQuarter.write(QUARTER);
    }

    private String verify(int expected, Path data) {
        var printed = new ByteArrayOutputStream();
        var clock = Clock.fixed(Instant.parse("2036-08-01T00:00:00Z"), ZoneOffset.UTC);
        var status = new Main(clock, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(QUARTER.resolve("log").toString(), "--key", KEY, "--data", data.toString()));
        var text = printed.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isEqualTo(expected);
        return text;
    }

    /** A copy in which a text of one file is replaced. */
    private Path changed(String file, String text, String other) throws IOException {
        try (var all = Files.walk(QUARTER.resolve("v1"))) {
            for (var from : all.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(QUARTER.resolve("v1").relativize(from));
                Files.createDirectories(to.getParent());
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replace(text, other));
        return folder;
    }

    @Test
    void aQuarterIsVerifiedFileByFileAndFigureByFigure() {
        assertThat(verify(0, QUARTER.resolve("v1")))
                .contains("data set: ", "made from ")
                .endsWith("OK\n");
    }

    @Test
    void oneNumberThatIsChangedIsFoundByItsFile() throws IOException {
        var first = Files.readAllLines(QUARTER.resolve("v1/daily.csv")).get(1);

        assertThat(verify(1, changed("daily.csv", first, first.replaceFirst(",[0-9]+,", ",9999,"))))
                .contains("FAILED data-file at daily.csv");
    }

    @Test
    void aSearchThatIsLeftOutIsFound() throws IOException {
        var row = Files.readAllLines(QUARTER.resolve("v1/searches/2036-05.csv")).get(5);

        assertThat(verify(1, changed("searches/2036-05.csv", row + "\r\n", "")))
                .contains(
                        "FAILED data-file at searches/2036-05.csv", "it does not hold exactly the searches of the log");
    }

    @Test
    void anOpeningThatIsMadeUpIsFound() throws IOException {
        assertThat(verify(1, changed("openings/2036-04-03.csv", "\"\"read\"\":42", "\"\"read\"\":43")))
                .contains("FAILED data-figure at openings/2036-04-03.csv", "is not what was committed");
    }

    /** Even when a city signed it: what the entries say is something else. */
    @ParameterizedTest
    @CsvSource({
        "hotlists.csv, N:3, N:0",
        "reading-quality.csv, 'cam-elm,samples,63,3', 'cam-elm,samples,63,0'",
        "cameras.geojson, -121.25000, -121.99000",
        "audit-findings.json, '\"stalking\":1', '\"stalking\":0'",
        "changes.csv, camera-registered, camera-retired",
        "changes.atom, A camera was registered, A camera was retired",
        "policy.json, 7d, 3d",
        "districts.csv, 'north,2,70,9', 'north,2,70,0'"
    })
    void whatIsMadeUpInARegisterIsFoundByItsFile(String file, String text, String other) throws IOException {
        assertThat(verify(1, changed(file, text, other)))
                .contains("FAILED data-figure at " + file + ": it is not what the entries of the log say");
    }

    @Test
    void aListThatNobodySignedIsFound() throws IOException {
        assertThat(verify(1, changed("files.csv", "LICENSE.txt", "LICENCE.txt")))
                .contains("FAILED data-file at files.csv: it is not the list that was signed");
    }

    @Test
    void aSignatureOfSomethingElseIsFound() throws IOException {
        assertThat(verify(1, changed("signed.txt", "passby-data-set/1", "passby-data-set/2")))
                .contains("FAILED data-signature at signed.txt: it is not signed by this log's key");
    }

    /** 179 searches of two plates, and a plate at night every fourth day: both stand out of the search file alone. */
    @Test
    void aStrangerFindsTheStalkerAndTheChiefInTheSearchFileAlone() throws IOException {
        var repeats = new HashMap<String, Integer>();
        var nights = new HashMap<String, Integer>();
        for (var month : List.of("2036-04", "2036-05", "2036-06")) {
            for (var line : Files.readAllLines(QUARTER.resolve("v1/searches/" + month + ".csv"))) {
                var cells = line.split(",", -1);
                if (cells[0].equals("entry")) {
                    continue;
                }
                repeats.merge(cells[2] + " " + cells[3], 1, Integer::sum);
                if (cells[1].compareTo(cells[1].substring(0, 11) + "05Z") < 0) {
                    nights.merge(cells[2] + " " + cells[3], 1, Integer::sum);
                }
            }
        }

        var stalked = repeats.entrySet().stream()
                .filter(pair -> pair.getValue() >= 50)
                .toList();
        assertThat(stalked)
                .hasSize(2)
                .extracting(Map.Entry::getValue)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(179));
        assertThat(stalked.getFirst().getKey().substring(0, 16))
                .isEqualTo(stalked.getLast().getKey().substring(0, 16));
        assertThat(nights).hasSize(1);
        assertThat(nights.values()).allMatch(count -> count > 20);
    }
}
