package passby.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import passby.local.bench.CannedCity.Pass;

/**
 * {@code scripts/bench pipeline}: what a warm pass from upload to alert costs beside the recogniser, which here answers at
 * once.
 */
public final class PipelineBench {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 100;

    private PipelineBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var calls = new CallTimes();
        try (var city = new CannedCity(List.of(calls))) {
            passes(city, WARM_UP);
            calls.clear();
            tell(passes(city, MEASURED), calls.seen());
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<Pass> passes(CannedCity city, int count) throws IOException, InterruptedException {
        var passes = new ArrayList<Pass>(count);
        for (var i = 0; i < count; i++) {
            passes.add(city.pass(city.cameras().getFirst(), i));
        }
        return passes;
    }

    private static void tell(List<Pass> passes, Map<String, List<Duration>> calls) {
        System.out.println("warm passes from upload to alert, recogniser canned, " + WARM_UP + " passes of warm-up");
        CannedCity.line(
                "camera: URL asked for, frame put",
                passes.stream().map(Pass::uploaded).toList());
        CannedCity.line("upload to alert", passes.stream().map(Pass::alerted).toList());
        CannedCity.line(
                "upload to end of ReadPlates",
                passes.stream().map(pass -> pass.outcome().uploadToRead()).toList());
        System.out.println("stage by stage (every call of the city's own code; times a pass):");
        calls.forEach((name, times) ->
                CannedCity.line("  %s x%.1f".formatted(name, times.size() / (double) passes.size()), times));
    }
}
