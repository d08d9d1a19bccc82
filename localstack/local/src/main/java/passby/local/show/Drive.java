package passby.local.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import passby.core.read.Processed;
import passby.local.camera.CameraClient;
import passby.local.camera.CameraImage;
import passby.local.camera.UploadResult;

/**
 * Drives a folder of pictures past the cameras, one after the other, each past the next camera: asks for a URL, puts the
 * picture, and waits until the city is done with it, so that the times told are those of one pass and not of a queue.
 */
public final class Drive {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<CameraClient> cameras;
    private final Sightings sightings;
    private final Console console;
    private final Clock clock;
    private final LongSupplier nanos;

    /** @param nanos the clock of {@link System#nanoTime()}, as the sightings have it */
    public Drive(List<CameraClient> cameras, Sightings sightings, Console console, Clock clock, LongSupplier nanos) {
        this.cameras = List.copyOf(cameras);
        this.sightings = sightings;
        this.console = console;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** The pictures of a folder, by name. */
    public static List<Path> pictures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> {
                        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                        return name.endsWith(".jpg") || name.endsWith(".jpeg");
                    })
                    .sorted()
                    .toList();
        }
    }

    /** @param each hears of every outcome as it happens */
    public List<Outcome> past(List<Path> pictures, Consumer<Outcome> each) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        var refused = 0;
        for (var i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            var name = picture.getFileName().toString();
            console.progress(i, pictures.size(), "reading " + name);
            var outcome = past(cameras.get(i % cameras.size()), picture, i);
            if (outcome == null) {
                refused++;
                continue;
            }
            console.show(outcome);
            each.accept(outcome);
            outcomes.add(outcome);
        }
        console.endProgress();
        console.summary(outcomes, refused);
        return outcomes;
    }

    private @Nullable Outcome past(CameraClient camera, Path picture, int number) throws InterruptedException {
        var name = picture.getFileName().toString();
        try {
            var start = nanos.getAsLong();
            return switch (camera.send(List.of(shot(picture, number))).getFirst()) {
                case UploadResult.Stored(var uploadId) -> outcome(name, uploadId, start);
                case UploadResult.Refused(var status, var problem) -> refused(name, status);
                case UploadResult.NotStored(var uploadId, var status) -> refused(name, status);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CameraImage shot(Path picture, int number) throws IOException {
        var facts = new CameraImage.Facts(clock.instant(), 40.0, -89.0, 0, "pass_" + clock.millis() + "_" + number, 1);
        return new CameraImage(Files.readAllBytes(picture), facts);
    }

    private Outcome outcome(String name, String uploadId, long start) throws InterruptedException {
        var seen = sightings
                .await(uploadId, PATIENCE)
                .orElseGet(() -> new Sightings.Seen(new Processed.Retry("no result in time"), nanos.getAsLong()));
        return Outcome.of(name, sightings, seen, start);
    }

    private @Nullable Outcome refused(String name, int status) {
        console.say("refused %-24s before or at upload (HTTP %d)".formatted(name, status));
        return null;
    }
}
