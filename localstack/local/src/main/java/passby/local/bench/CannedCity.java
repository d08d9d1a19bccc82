package passby.local.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import passby.core.hotlist.ListedState;
import passby.core.plate.Plate;
import passby.core.retention.NonHitRetention;
import passby.local.SpringfieldSetup;
import passby.local.camera.CameraClient;
import passby.local.camera.CameraImage;
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
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * A city of made-up cameras whose recogniser answers at once: what is measured in it is the city's own cost. Every pass is a hit, the
 * dearest kind: matched, stored with its entry, published.
 */
final class CannedCity implements AutoCloseable {
    private static final int FRAME_BYTES = 300_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Plate PLATE = new Plate("PSB1234");
    private static final String STATE = "CA";

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Sightings sightings = new Sightings(System::nanoTime);
    private final DataFolder folder;
    private final CityLog log;
    private final HttpClient http;
    private final City city;
    private final List<CameraClient> cameras;

    /** What one pass took, from the start of the camera's request. */
    record Pass(Duration uploaded, Outcome outcome) {
        Duration alerted() {
            return Objects.requireNonNull(outcome.uploadToAlert(), "every pass is a hit");
        }
    }

    /** @param watchers hear every call of the city's own code to an engine */
    CannedCity(List<ExecutionInterceptor> watchers) throws IOException, InterruptedException {
        folder = DataFolder.open(null);
        log = CityLog.toFile(folder.path().resolve("city.log"));
        http = HttpClient.newHttpClient();
        city = City.start(plan(folder.path(), watchers), clock, this::bytes);
        var listed = List.of(new Options.Listed(PLATE, new ListedState.Named(STATE)));
        cameras = new SpringfieldSetup(city, http, folder.path(), clock, random).settle(listed);
    }

    private City.Plan plan(Path keys, List<ExecutionInterceptor> watchers) {
        return new City.Plan(
                new Storage.InMemory(),
                keys,
                0,
                NonHitRetention.DAYS_7,
                engines -> new CannedRecognizer(PLATE, STATE),
                sightings::processed,
                published -> sightings.alerted(Alerted.hitId(published)),
                message -> {},
                watchers);
    }

    City city() {
        return city;
    }

    /** Where the key of a camera lies, for a process beside this one. */
    Path keyFile(int camera) {
        return folder.path()
                .resolve("cameras")
                .resolve(cameras.get(camera).tokens().key().cameraId() + ".key");
    }

    HttpClient http() {
        return http;
    }

    List<CameraClient> cameras() {
        return cameras;
    }

    /** A frame of a pass of its own, of random bytes. */
    CameraImage shot(String pass) {
        var facts = new CameraImage.Facts(clock.instant(), 40.0, -89.0, 0, "pass_" + clock.millis() + "_" + pass, 1);
        return new CameraImage(bytes(FRAME_BYTES), facts);
    }

    /** Sends one frame and waits until the city has done with it. */
    Pass pass(CameraClient camera, int number) throws IOException, InterruptedException {
        var shot = shot(String.valueOf(number));
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

    static void line(String name, List<Duration> times) {
        System.out.printf(
                "%-48s p50 %6.1f ms   p95 %6.1f ms%n",
                name, millis(Percentiles.of(times, 50)), millis(Percentiles.of(times, 95)));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    @Override
    public void close() throws IOException {
        city.close();
        http.close();
        log.close();
        folder.close();
    }
}
