package passby.local.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import passby.core.plate.Plate;
import passby.core.retention.NonHitRetention;
import passby.local.SpringfieldSetup;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.DataFolder;

/**
 * {@code scripts/bench start}: how long the local city takes from the start of its JVM until its people and cameras are
 * settled, and what memory it then holds, without the recogniser's models.
 */
public final class StartBench {
    private StartBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var random = new SecureRandom();
        var clock = Clock.systemUTC();
        try (var folder = DataFolder.open(null);
                var _ = CityLog.toFile(folder.path().resolve("city.log"));
                var http = HttpClient.newHttpClient();
                var city = City.start(plan(folder.path()), clock, count -> bytes(random, count))) {
            var serving = sinceStart();
            new SpringfieldSetup(city, http, folder.path(), clock, random).settle(List.of());
            System.out.printf(
                    "serving after %.1f s, settled after %.1f s, %d MB resident%n",
                    serving / 1e3, sinceStart() / 1e3, residentMegabytes());
        }
        Runtime.getRuntime().halt(0);
    }

    private static City.Plan plan(Path folder) {
        return City.Plan.quiet(
                folder, NonHitRetention.DAYS_7, engines -> new CannedRecognizer(new Plate("PSB1234"), "CA"), List.of());
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** As Linux counts it. */
    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
