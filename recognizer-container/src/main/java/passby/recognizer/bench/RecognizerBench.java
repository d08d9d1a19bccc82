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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passby.core.picture.FrameRef;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.recognizer.PlateRecognizer;

/**
 * Measures reads, confidence, states and time on pictures of known plates, see {@link #USAGE}. {@code --reads} prints plates
 * and {@code --report} shows them, so both are for test pictures only.
 */
public final class RecognizerBench {
    private static final String USAGE =
            "usage: [--truth TRUTH.csv [--set NAME]] [--crops TRUTH.csv] [--half a|b] [--limit N] [--every N]"
                    + " [--json] [--reads] [--report DIR] [--scales] [--rows NAME] | --pairs SEED | --street TRUTH.csv"
                    + " | --drawn SCENES --seed SEED";
    private static final long BOOTSTRAP_SEED = 1;

    /** On a busy machine the usual limit would measure the others' work. */
    private static final PlateRecognizer.Limits PATIENT = new PlateRecognizer.Limits(1, Duration.ofMinutes(1));

    private final PrintStream out;
    private final Map<String, String> options;
    private final AtomicReference<byte[]> current = new AtomicReference<>(new byte[0]);
    private final PlateRecognizer recognizer =
            new PlateRecognizer(_ -> Optional.of(current.get()), Clock.systemUTC(), PATIENT);

    private RecognizerBench(Map<String, String> options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var options = options(args);
        var bench = new RecognizerBench(options, System.out);
        if (options.containsKey("pairs")) {
            var seed = Long.parseLong(options.getOrDefault("pairs", ""));
            new ConfusablePairs(bench::plates, seed).print(System.out);
        } else if (options.containsKey("street")) {
            new Streets(bench::answer, BOOTSTRAP_SEED)
                    .print(Sample.streets(Path.of(options.getOrDefault("street", ""))), System.out);
        } else if (options.containsKey("drawn")) {
            var seed = Long.parseLong(options.getOrDefault("seed", "1"));
            var scenes = IntStream.range(0, Integer.parseInt(options.getOrDefault("drawn", "")));
            new Streets(bench::answer, BOOTSTRAP_SEED)
                    .print(scenes.mapToObj(number -> DrawnStreet.of(seed, number)), System.out);
        } else if (options.containsKey("truth") || options.containsKey("crops")) {
            bench.run();
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
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
        var bySet = samples().stream()
                .filter(sample -> options.getOrDefault("set", sample.set()).equals(sample.set()))
                .filter(sample -> options.getOrDefault("half", sample.half()).equals(sample.half()))
                .collect(Collectors.groupingBy(Sample::set, LinkedHashMap::new, Collectors.toList()));
        recognizer.warm();
        if (options.containsKey("scales")) {
            new ScaleTable(bySet, this::look, BOOTSTRAP_SEED).print(out);
            return;
        }
        var numbers = new LinkedHashMap<String, Map<String, Double>>();
        var all = new LinkedHashMap<String, List<Looked>>();
        bySet.forEach((set, samples) -> {
            var looked = samples.stream().limit(limit).map(this::look).toList();
            all.put(set, looked);
            numbers.put(set, new Score(looked).numbers());
            numbers.get(set).put("peak_rss_mb", peakMegabytes());
        });
        if (options.containsKey("rows")) {
            all.forEach((set, looked) -> out.println(new Score(looked).row(options.getOrDefault("rows", ""), set)));
            return;
        }
        print(numbers);
        if (!options.containsKey("json")) {
            Reliability.lines(all.values().stream().flatMap(List::stream).toList(), BOOTSTRAP_SEED)
                    .forEach(out::println);
        }
        if (options.containsKey("report")) {
            new Report(all, numbers).write(Path.of(options.getOrDefault("report", "")));
        }
    }

    private List<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        if (options.containsKey("truth")) {
            samples.addAll(Sample.scenes(Path.of(options.getOrDefault("truth", ""))));
        }
        if (options.containsKey("crops")) {
            samples.addAll(Sample.crops(Path.of(options.getOrDefault("crops", ""))));
        }
        var every = Integer.parseInt(options.getOrDefault("every", "1"));
        return IntStream.range(0, samples.size())
                .filter(i -> i % every == 0)
                .mapToObj(samples::get)
                .toList();
    }

    private List<PlateReading> plates(byte[] jpeg) {
        return answer(jpeg) instanceof Recognition.Plates(var _, var all, var _) ? all : List.of();
    }

    private Recognition answer(byte[] jpeg) {
        current.set(jpeg);
        return recognizer.read(new FrameRef("drawn", "drawn.jpg"));
    }

    private Looked look(Sample sample) {
        var threads = ManagementFactory.getThreadMXBean();
        var jpeg = sample.jpeg();
        var start = System.nanoTime();
        var worked = threads.getCurrentThreadCpuTime();
        var plates = plates(jpeg);
        var millis = (System.nanoTime() - start) / 1e6;
        var cpuMillis = (threads.getCurrentThreadCpuTime() - worked) / 1e6;
        var looked = Looked.of(sample, plates, sample.size(), millis, cpuMillis);
        if (options.containsKey("reads")) {
            out.printf(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%s,%.4f,%s,%s,%.0f%n",
                    sample.set(),
                    sample.file(),
                    sample.half(),
                    sample.text(),
                    looked.best(),
                    looked.confidence(),
                    sample.state(),
                    looked.state(),
                    cpuMillis);
        }
        return looked;
    }

    private void print(Map<String, Map<String, Double>> bySet) {
        var array = new ObjectMapper().createArrayNode();
        bySet.forEach((set, numbers) -> {
            var node = array.addObject().put("set", set);
            numbers.forEach(node::put);
            if (!options.containsKey("json")) {
                out.println(set + " " + numbers);
            }
        });
        if (options.containsKey("json")) {
            out.println(array);
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
