package passby.recognizer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import passby.core.recognition.FrameRef;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.recognizer.PlateRecognizer;

/**
 * Measures exact reads, confidence and time on pictures with known plates:
 * {@code RecognizerBench --truth TRUTH.csv [--set NAME] [--limit N] [--misses] [--json]}. The truth has the columns
 * {@code set,file,text,x,y,w,h} and lies beside one folder for each set. Of several plates in one answer the surest counts,
 * because each picture has one known plate. {@code --misses} prints plates, so it is for test pictures only.
 */
public final class RecognizerBench {
    /** On a busy machine the usual limit would measure the others' work. */
    private static final PlateRecognizer.Limits PATIENT = new PlateRecognizer.Limits(1, Duration.ofMinutes(1));

    private final PrintStream out;
    private final Map<String, String> options;

    private RecognizerBench(Map<String, String> options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var options = options(args);
        if (!options.containsKey("truth")) {
            System.err.println("usage: --truth TRUTH.csv [--set NAME] [--limit N] [--misses] [--json]");
            System.exit(2);
        }
        new RecognizerBench(options, System.out).run();
    }

    private static Map<String, String> options(String[] args) {
        var options = new LinkedHashMap<String, String>();
        for (var i = 0; i < args.length; i++) {
            var name = args[i].replaceFirst("^--", "");
            var hasValue = i + 1 < args.length && !args[i + 1].startsWith("--");
            options.put(name, hasValue ? args[++i] : "");
        }
        return options;
    }

    private void run() throws IOException {
        var limit = Integer.parseInt(options.getOrDefault("limit", "1000000"));
        var bySet = new LinkedHashMap<String, List<Truth>>();
        Truth.all(Path.of(options.getOrDefault("truth", ""))).stream()
                .filter(truth -> options.getOrDefault("set", truth.set()).equals(truth.set()))
                .forEach(truth -> bySet.computeIfAbsent(truth.set(), _ -> new ArrayList<>())
                        .add(truth));
        bySet.forEach((set, truths) -> print(set, measured(truths.subList(0, Math.min(limit, truths.size())))));
    }

    private Score measured(List<Truth> truths) {
        var current = new AtomicReference<>(new byte[0]);
        var recognizer = new PlateRecognizer(_ -> Optional.of(current.get()), Clock.systemUTC(), PATIENT);
        recognizer.warm();
        var threads = ManagementFactory.getThreadMXBean();
        var score = new Score();
        for (var truth : truths) {
            var jpeg = truth.jpeg();
            current.set(jpeg);
            var start = System.nanoTime();
            var worked = threads.getCurrentThreadCpuTime();
            var answer = recognizer.read(new FrameRef(truth.set(), truth.file()));
            var millis = (System.nanoTime() - start) / 1e6;
            var cpuMillis = (threads.getCurrentThreadCpuTime() - worked) / 1e6;
            var plates = answer instanceof Recognition.Plates(var _, var all) ? all : List.<PlateReading>of();
            var looked = new Score.Looked(truth.inFractions(jpeg), plates, millis, cpuMillis);
            score.add(looked);
            if (options.containsKey("misses") && !looked.exact()) {
                out.printf(
                        "%s %s %s read %s %.3f%n",
                        truth.set(), truth.file(), truth.text(), looked.best(), looked.confidence());
            }
        }
        return score;
    }

    private void print(String set, Score score) {
        var numbers = score.numbers();
        numbers.put("peak_rss_mb", peakMegabytes());
        if (options.containsKey("json")) {
            var node = new ObjectMapper().createObjectNode().put("set", set);
            numbers.forEach(node::put);
            out.println(node);
        } else {
            out.println(set + " " + numbers);
        }
    }

    /** Linux tells it; elsewhere 0. */
    private static double peakMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(kilobytes -> Math.rint(Double.parseDouble(kilobytes) / 1024))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
