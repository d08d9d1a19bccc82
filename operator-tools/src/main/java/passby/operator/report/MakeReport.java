package passby.operator.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code scripts/report STATE PERIOD DATA [FOLDER]}: writes a state's report as CSV, JSON and a page to be printed. */
public final class MakeReport {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            scripts/report STATE PERIOD DIR|URL [FOLDER]     STATE: STATES
            PERIOD: 2026, 2026-H1, 2026-Q4 or 2026-11; DIR|URL: a city's /public/v1/; FOLDER: where the files go, here by default""";

    private MakeReport() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream problems) throws InterruptedException {
        var forms = StateForm.all();
        var period = Period.parse(arguments.size() > 1 ? arguments.get(1) : "");
        var form = arguments.isEmpty() ? null : forms.get(arguments.getFirst());
        if (arguments.size() < 3 || arguments.size() > 4 || form == null || period.isEmpty()) {
            problems.println(USAGE.replace("STATES", String.join(" ", forms.keySet())));
            return MISUSED;
        }
        try {
            var report = StateReport.of(form, period.get(), PublishedData.at(arguments.get(2)));
            var folder = Path.of(arguments.size() > 3 ? arguments.get(3) : ".");
            Files.createDirectories(folder);
            for (var file : new ReportFiles(report).all().entrySet()) {
                var name = "report-" + form.state() + "-" + report.period().name() + "." + file.getKey();
                out.println(Files.writeString(folder.resolve(name), file.getValue()));
            }
            return DONE;
        } catch (IOException | IllegalArgumentException e) {
            problems.println("The report was not made: " + e.getMessage());
            return FAILED;
        }
    }
}
