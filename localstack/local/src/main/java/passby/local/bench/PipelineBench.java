package passby.local.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import passby.core.hotlist.ListedState;
import passby.core.plate.Plate;
import passby.core.retention.NonHitRetention;
import passby.local.SpringfieldSetup;
import passby.local.camera.CameraImage;
import passby.local.camera.SimulatedCamera;
import passby.local.camera.UploadResult;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.DataFolder;
import passby.local.engine.Storage;
import passby.local.show.Alerted;
import passby.local.show.Options;
import passby.local.show.Outcome;
import passby.local.show.Percentiles;
import passby.local.show.Sightings;

/**
 * {@code scripts/bench pipeline}: what a warm pass from upload to alert costs beside the recogniser, which here answers at
 * once. Every pass is a hit, the dearest kind: matched, stored with its entry, published.
 */
public final class PipelineBench {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 100;
    private static final int FRAME_BYTES = 300_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Plate PLATE = new Plate("PSB1234");
    private static final String STATE = "CA";

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final CallTimes calls = new CallTimes();
    private final Sightings sightings = new Sightings(System::nanoTime);

    private PipelineBench() {}

    /** What one pass took, from the start of the camera's request. */
    private record Pass(Duration uploaded, Outcome outcome) {
        Duration alerted() {
            return Objects.requireNonNull(outcome.uploadToAlert(), "every pass is a hit");
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new PipelineBench().run();
        Runtime.getRuntime().halt(0);
    }

    private void run() throws IOException, InterruptedException {
        try (var folder = DataFolder.open(null);
                var _ = CityLog.toFile(folder.path().resolve("city.log"));
                var http = HttpClient.newHttpClient();
                var city = City.start(plan(folder.path()), clock, this::bytes)) {
            var listed = List.of(new Options.Listed(PLATE, new ListedState.Named(STATE)));
            var camera = new SpringfieldSetup(city, http, folder.path(), clock, random)
                    .settle(listed)
                    .getFirst();
            passes(camera, WARM_UP);
            calls.clear();
            tell(passes(camera, MEASURED), calls.seen());
        }
    }

    private City.Plan plan(Path folder) {
        return new City.Plan(
                new Storage.InMemory(),
                folder,
                0,
                NonHitRetention.DAYS_7,
                engines -> new CannedRecognizer(PLATE, STATE),
                sightings::processed,
                published -> sightings.alerted(Alerted.hitId(published)),
                message -> {},
                List.of(calls));
    }

    private List<Pass> passes(SimulatedCamera camera, int count) throws IOException, InterruptedException {
        var passes = new ArrayList<Pass>(count);
        for (var i = 0; i < count; i++) {
            passes.add(pass(camera, i));
        }
        return passes;
    }

    private Pass pass(SimulatedCamera camera, int number) throws IOException, InterruptedException {
        var facts = new CameraImage.Facts(clock.instant(), 40.0, -89.0, 0, "pass_" + clock.millis() + "_" + number, 1);
        var shot = new CameraImage(bytes(FRAME_BYTES), facts);
        var start = System.nanoTime();
        if (!(camera.send(List.of(shot)).getFirst() instanceof UploadResult.Stored(var uploadId))) {
            throw new IllegalStateException("the city did not take the frame");
        }
        var uploaded = System.nanoTime();
        var seen = sightings.await(uploadId, PATIENCE).orElseThrow();
        return new Pass(Duration.ofNanos(uploaded - start), Outcome.of("frame", sightings, seen, start));
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void tell(List<Pass> passes, Map<String, List<Duration>> calls) {
        System.out.println("warm passes from upload to alert, recogniser canned, " + WARM_UP + " passes of warm-up");
        line(
                "camera: URL asked for, frame put",
                passes.stream().map(Pass::uploaded).toList());
        line("upload to alert", passes.stream().map(Pass::alerted).toList());
        line(
                "upload to end of ReadPlates",
                passes.stream().map(pass -> pass.outcome().uploadToRead()).toList());
        System.out.println("stage by stage (every call of the city's own code; times a pass):");
        calls.forEach((name, times) ->
                line("  %s x%.1f".formatted(name, times.size() / (double) passes.size()), times));
    }

    private static void line(String name, List<Duration> times) {
        System.out.printf(
                "%-48s p50 %6.1f ms   p95 %6.1f ms%n",
                name, millis(Percentiles.of(times, 50)), millis(Percentiles.of(times, 95)));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
