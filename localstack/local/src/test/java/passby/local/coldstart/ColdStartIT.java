package passby.local.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.LedgerFunctions;
import passby.aws.api.ReadFunctions;
import passby.aws.api.SearchFunctions;
import passby.core.plate.Plate;
import passby.local.bench.CannedRecognizer;

/** Functions in processes of their own, started as Lambda's managed runtime starts them, against real engines. */
final class ColdStartIT {
    /** A machine that is busy makes time worthless as a bound; the classes that a start loads are the same everywhere. */
    private static final int MAX_CLASSES = 7_500;

    /** About the runtime's own native library. */
    private static final String OF_THE_JVM = "WARNING: ";

    @TempDir
    static Path folder;

    private static ColdStartCity work;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        work = ColdStartCity.open(
                FunctionFolder.in(folder.resolve("code")), folder, new CannedRecognizer(new Plate("HWL5093"), "OH"));
    }

    @AfterAll
    static void close() {
        work.close();
    }

    static List<FunctionSpec> functions() {
        return List.of(
                CaptureFunctions.ISSUE_UPLOAD_URLS,
                SearchFunctions.SEARCH,
                ReadFunctions.READ_PLATES,
                LedgerFunctions.ENTER_COUNTS);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionStartsFromItsEnvironmentAloneAndAnswersRightly(FunctionSpec function)
            throws IOException, InterruptedException {
        var classes = folder.resolve(function.name() + ".classes");

        var first = work.first(function, false, List.of("-Xlog:class+load:file=" + classes));

        assertThat(first.answer()).isNotEmpty();
        assertThat(Files.readAllLines(classes)).hasSizeBetween(1_000, MAX_CLASSES);
        // The runtime reads events for handlers of event classes with this copy of Jackson.
        assertThat(Files.readString(classes))
                .doesNotContain("lambda.thirdparty.com.fasterxml.jackson.databind.ObjectMapper ");
    }

    @Test
    void aFunctionWhoseSettingsAreMissingNamesThemAll() {
        var failure = work.failure(SearchFunctions.SEARCH, "PASSBY_TABLES", "PASSBY_ISSUER");

        assertThat(failure).contains("environment variables not set: PASSBY_ISSUER, PASSBY_TABLES");
    }

    @Test
    void whatAFunctionLogsAndMeasuresIsJsonWithoutThePlate() throws IOException, InterruptedException {
        work.first(ReadFunctions.READ_PLATES, false, List.of());

        var lines = Files.readAllLines(work.log(ReadFunctions.READ_PLATES)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith(OF_THE_JVM))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(ColdStartRequests.tree(line).isObject()).isTrue());
        assertThat(String.join("\n", lines)).contains("\"FramesRead\":1").doesNotContain("HWL5093", "X-Amz");
    }
}
