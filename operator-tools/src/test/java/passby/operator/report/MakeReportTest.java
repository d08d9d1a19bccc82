package passby.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.transparency.Csv;
import passby.core.transparency.Figure;

final class MakeReportTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void twoDays() throws IOException {
        file("daily.csv", day("2036-06-30", 3), day("2036-07-01", 5));
        file(
                "searches/2036-06.csv",
                "entry,hour,operator,target,kind,offence,case,on_behalf_of,results,outcome",
                "4,2036-06-30T09Z,aaaa,bbbb,plate,burglary,cccc,own; none,2,done",
                "5,2036-06-30T10Z,aaaa,bbbb,plate,<script>,cccc,own; none,,refused");
        list();
    }

    /** Every figure has the same amount, but the head, which only the program writes. */
    private static String day(String day, int amount) {
        return day + ","
                + Arrays.stream(Figure.values())
                        .map(figure -> String.valueOf(amount))
                        .collect(Collectors.joining(",")) + ",9";
    }

    private void file(String name, String... lines) throws IOException {
        var head = name.equals("daily.csv")
                ? "day," + Arrays.stream(Figure.values()).map(Figure::code).collect(Collectors.joining(","))
                        + ",last_entry\r\n"
                : "";
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), head + Csv.text(List.of(lines)));
    }

    private void list() throws IOException {
        var rows = new StringBuilder("file,bytes,sha256\r\n");
        for (var name : List.of("daily.csv", "searches/2036-06.csv")) {
            rows.append(name)
                    .append(",1,")
                    .append(Digests.sha256Hex(Files.readString(folder.resolve(name))))
                    .append("\r\n");
        }
        Files.writeString(folder.resolve("files.csv"), rows.toString());
    }

    private int report(String state, String period) throws InterruptedException {
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return MakeReport.run(
                List.of(state, period, folder.toString(), folder.resolve("out").toString()), stream, stream);
    }

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA", "VA", "WA", "MN", "AR", "NH", "NJ", "OR", "CT"})
    void everyStateHasItsReportAsTableForProgramsAndToBePrinted(String state) throws IOException, InterruptedException {
        assertThat(report(state, "2036"))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();

        var name = "report-" + state + "-2036.";
        assertThat(written(name + "csv"))
                .startsWith("\"" + state + ": ")
                .contains("Not legal advice.", "Figures\r\nwhat,number\r\n");
        assertThat(CanonicalJsonReader.parse(written(name + "json").strip()))
                .asString()
                .contains("state=" + state);
        assertThat(written(name + "html")).startsWith("<!doctype html>").doesNotContain("<script>");
    }

    @Test
    void aPeriodHoldsItsDaysAndNoOthers() throws IOException, InterruptedException {
        report("MN", "2036-Q2");
        report("MN", "2036-H2");
        report("MN", "2036");

        assertThat(written("report-MN-2036-Q2.csv"))
                .contains("Plates that were read,3\r\n", ", 1 days in the public data set.");
        assertThat(written("report-MN-2036-H2.csv")).contains("Plates that were read,5\r\n", "so more may come");
        assertThat(written("report-MN-2036.csv")).contains("Plates that were read,8\r\n");
    }

    @Test
    void aDelayIsTheLongestAndNotTheSum() throws IOException, InterruptedException {
        report("MN", "2036");

        assertThat(written("report-MN-2036.csv")).contains("Longest delay of a deletion in seconds,5\r\n");
    }

    @Test
    void whatIsTakenOffIsTakenOff() throws IOException, InterruptedException {
        report("AR", "2036-H1");

        assertThat(written("report-AR-2036-H1.csv")).contains("Matches that did not correlate,0\r\n");
    }

    @Test
    void searchesStandByOffenceAndOneByOneUnderTheirPseudonyms() throws IOException, InterruptedException {
        report("CA", "2036-06");

        assertThat(written("report-CA-2036-06.csv"))
                .contains("offence,outcome,searches\r\n<script>,refused,1\r\nburglary,done,1\r\n")
                .contains("4,2036-06-30T09Z,aaaa,bbbb,plate,burglary,cccc,own; none,2,done\r\n");
        assertThat(written("report-CA-2036-06.html")).contains("&lt;script&gt;");
    }

    @Test
    void aFileThatIsNotTheListedOneMakesNoReport() throws IOException, InterruptedException {
        file("daily.csv", day("2036-06-30", 4));

        assertThat(report("CA", "2036")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("daily.csv is not the file in the list of the data set");
    }

    @ParameterizedTest
    @CsvSource({"XX,2036", "CA,2036-13", "CA,36", "CA,2036-Q5", "ca,2036"})
    void whatIsNoStateOrNoPeriodIsAnsweredWithWhatIs(String state, String period) throws InterruptedException {
        assertThat(report(state, period)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("STATE: CA VA WA MN AR NH NJ OR CT", "PERIOD: 2026");
    }

    @Test
    void everyFigureThatAStateAsksForIsAColumn() {
        var columns = Arrays.stream(Figure.values())
                .map(figure -> figure.name().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(StateForm.all().values().stream()
                        .flatMap(form -> form.items().stream())
                        .filter(StateForm.Item.Sum.class::isInstance)
                        .map(StateForm.Item.Sum.class::cast)
                        .flatMap(sum -> java.util.stream.Stream.concat(sum.added().stream(), sum.taken().stream())))
                .isNotEmpty()
                .allMatch(columns::contains);
    }

    @Test
    void aQuarterBeginsAndEndsWithItsMonths() {
        var quarter = Period.parse("2036-Q1").orElseThrow();

        assertThat(quarter.first()).isEqualTo(LocalDate.parse("2036-01-01"));
        assertThat(quarter.last()).isEqualTo(LocalDate.parse("2036-03-31"));
        assertThat(quarter.holds("2036-03-31T23Z")).isTrue();
        assertThat(quarter.holds("2036-04-01")).isFalse();
    }
}
