package passby.local.coldstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.core.plate.Plate;
import passby.local.bench.CannedRecognizer;
import passby.local.city.CityLog;
import passby.local.city.DataFolder;

/**
 * {@code scripts/bench coldstart [--json] [--only NAME] [--jvm OPTION]}: what each function of the zip costs from the start of its process to
 * its first right answer, under the real runtime interface client, with and without a snapshot. Processor time is the figure
 * that counts: it does not depend on how busy the machine is.
 */
public final class ColdStartBench {
    /** What the stack promises, without a snapshot. */
    private static final long MAX_CPU_MILLIS = 1500;

    private ColdStartBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var code = Path.of(arguments[0]);
        var options = List.of(arguments).subList(1, arguments.length);
        var json = options.contains("--json");
        var only = after(options, "--only");
        var jvm = after(options, "--jvm");
        try (var folder = DataFolder.open(null);
                var _ = CityLog.toFile(folder.path().resolve("city.log"));
                var work = ColdStartCity.open(code, folder.path(), new CannedRecognizer(new Plate("HWL5093"), "OH"))) {
            if (!json) {
                System.out.printf(
                        "%-16s %7s %8s %6s | %s%n",
                        "function", "CPU ms", "wall ms", "RSS MB", "restored: hooks ms, CPU ms");
            }
            for (var function : Functions.ALL) {
                if (only.isEmpty() || only.contains(function.name())) {
                    report(work, function, json, jvm);
                }
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<String> after(List<String> options, String name) {
        var values = new ArrayList<String>();
        for (var i = 0; i + 1 < options.size(); i++) {
            if (options.get(i).equals(name)) {
                values.add(options.get(i + 1));
            }
        }
        return values;
    }

    private static void report(ColdStartCity work, FunctionSpec function, boolean json, List<String> jvm)
            throws IOException, InterruptedException {
        try {
            var plain = work.first(function, false, jvm);
            var cpu = plain.processorTime().toMillis();
            var restored = function.hasSnapshot() ? work.first(function, true, jvm) : plain;
            if (json) {
                System.out.println(JsonNodeFactory.instance
                        .objectNode()
                        .put("function", function.name())
                        .put("cpuMillis", cpu)
                        .put("wallMillis", plain.wall().toMillis())
                        .put("residentMegabytes", plain.megabytes())
                        .put("restoreHookMillis", restored.restoring().toMillis())
                        .put("restoredCpuMillis", restored.restored().toMillis()));
            } else {
                System.out.printf(
                        "%-16s %7d %8d %6d | %s%s%n",
                        function.name(),
                        cpu,
                        plain.wall().toMillis(),
                        plain.megabytes(),
                        function.hasSnapshot()
                                ? "%5d %5d"
                                        .formatted(
                                                restored.restoring().toMillis(),
                                                restored.restored().toMillis())
                                : "no snapshot",
                        cpu > MAX_CPU_MILLIS ? "   above " + MAX_CPU_MILLIS : "");
            }
        } catch (IllegalStateException e) {
            System.out.printf(
                    "%-16s failed: %s%n%s%n", function.name(), e.getMessage(), Files.readString(work.log(function)));
        }
    }
}
