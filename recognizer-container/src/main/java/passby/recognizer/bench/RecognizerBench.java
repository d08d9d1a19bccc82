package passby.recognizer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.recognition.FrameRef;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.recognizer.PlateRecognizer;

/**
 * Measures exact reads, confidence and time on pictures with known plates:
 * {@code RecognizerBench --truth TRUTH.csv [--set NAME] [--limit N] [--list] [--json]}. The truth has the columns
 * {@code set,file,text,x,y,w,h} and lies beside one folder for each set. Of several plates in one answer the most confident
 * counts, because each picture has one known plate. {@code --list} prints each miss, so use it on test pictures only.
 */
public final class RecognizerBench {
    private RecognizerBench() {}

    public static void main(String[] args) throws IOException {
        var options = options(args);
        var truthFile = options.get("truth");
        if (truthFile == null) {
            System.err.println("usage: --truth TRUTH.csv [--set NAME] [--limit N] [--list] [--json]");
            System.exit(2);
            return;
        }
        var truths = Truth.all(Path.of(truthFile));
        var wanted = Optional.ofNullable(options.get("set"));
        var limit = Integer.parseInt(options.getOrDefault("limit", "1000000"));
        var bySet = new LinkedHashMap<String, List<Truth>>();
        truths.stream()
                .filter(t -> wanted.isEmpty() || wanted.get().equals(t.set()))
                .forEach(t ->
                        bySet.computeIfAbsent(t.set(), _ -> new ArrayList<>()).add(t));
        bySet.forEach((set, all) -> {
            var score = measure(all.subList(0, Math.min(limit, all.size())), options.containsKey("list"));
            print(set, score, options.containsKey("json"), System.out);
        });
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

    private static Score measure(List<Truth> truths, boolean list) {
        var recognizer = new PlateRecognizer(
                frame -> Optional.of(Truth.bytes(Path.of(frame.bucket(), frame.key()))),
                Clock.systemUTC(),
                PlateRecognizer.Limits.USUAL);
        recognizer.warm();
        var score = new Score();
        for (var truth : truths) {
            var start = System.nanoTime();
            var answer = recognizer.read(new FrameRef(truth.folder().toString(), truth.file()));
            var millis = (System.nanoTime() - start) / 1e6;
            var plates = answer instanceof Recognition.Plates(var _, var all) ? all : List.<PlateReading>of();
            var miss = score.add(truth, plates, millis);
            if (list) {
                miss.ifPresent(System.out::println);
            }
        }
        return score;
    }

    private static void print(String set, Score score, boolean json, PrintStream out) {
        var numbers = score.numbers();
        numbers.put("peak_rss_mb", peakMegabytes());
        if (json) {
            ObjectNode node = new ObjectMapper().createObjectNode();
            node.put("set", set);
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

    static double percentile(List<Double> values, double share) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
