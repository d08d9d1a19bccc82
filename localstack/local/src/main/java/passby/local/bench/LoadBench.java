package passby.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import passby.local.camera.ApiClient;
import passby.local.show.Percentiles;
import passby.local.springfield.Springfield;

/**
 * {@code scripts/load}: every route of the API's document at a constant rate, by people who are signed in; then what one
 * caller feels of another who asks without measure. Sender, city and engines share one machine, so times are an upper bound.
 */
public final class LoadBench {
    private static final int WINDOWS = 4;
    private static final int GOOD_A_SECOND = 5;
    private static final int BAD_A_SECOND = 40;
    private static final int NEIGHBOURS_SECONDS = 120;
    private static final long MB = 1 << 20;
    private static final Duration SIGNED_IN = Duration.ofHours(2);

    private final CannedCity city;
    private final PrintStream out;
    private final List<ApiOperation> operations = ApiOperation.all();

    /**
     * What one window left.
     *
     * @param heapMb that is used after collecting
     * @param threads of the platform
     */
    record Window(long heapMb, int threads) {}

    /**
     * What came of it.
     *
     * @param routes that were answered
     * @param windows one after the other
     * @param alone p95 of a good caller alone
     * @param beside the same beside a bad one
     */
    record Result(OpenLoop all, int routes, List<Window> windows, Duration alone, Duration beside, OpenLoop bad) {
        Result {
            windows = List.copyOf(windows);
        }
    }

    LoadBench(CannedCity city, PrintStream out) {
        this.city = city;
        this.out = out;
    }

    /** @param arguments seconds of each part (the neighbour's: at most 120), 60 where there are none, and requests a second */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        var aSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (var city = new CannedCity(List.of())) {
            new LoadBench(city, System.out).run(seconds, aSecond);
        }
        Runtime.getRuntime().halt(0);
    }

    Result run(int seconds, int aSecond) throws InterruptedException {
        var person = token(Springfield.CHIEF);
        new OpenLoop(city.http()).run(operations.size(), aSecond, n -> planned(n, person));
        var all = new OpenLoop(city.http());
        var windows = new ArrayList<Window>();
        for (var window = 0; window < WINDOWS; window++) {
            var first = window * seconds * aSecond / WINDOWS;
            all.run(Math.max(1, seconds * aSecond / WINDOWS), aSecond, n -> planned(first + n, person));
            windows.add(window());
        }
        tell(all, windows, aSecond);
        var shorter = Math.min(seconds, NEIGHBOURS_SECONDS);
        var alone = good(shorter).times();
        var bad = new OpenLoop(city.http());
        var beside = besides(shorter, bad);
        var result = new Result(all, all.times().size(), windows, p95(alone), p95(beside.times()), bad);
        tellNeighbour(result);
        return result;
    }

    private OpenLoop.Planned planned(int number, String person) {
        var operation = operations.get(number % operations.size());
        var request = HttpRequest.newBuilder(URI.create(city.city().api() + operation.path()));
        if (operation.caller().equals("personToken")) {
            request.header("Authorization", "Bearer " + person);
        }
        if (operation.body()) {
            request.header("Content-Type", "application/json");
        }
        var body = operation.body() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody();
        return new OpenLoop.Planned(
                operation.name(), request.method(operation.method(), body).build());
    }

    private OpenLoop good(int seconds) throws InterruptedException {
        var person = token(Springfield.CHIEF);
        var loop = new OpenLoop(city.http());
        loop.run(seconds * GOOD_A_SECOND, GOOD_A_SECOND, n -> get("/v1/hits", person));
        return loop;
    }

    /** The bad one repeats the dearest question there is: a search. */
    private OpenLoop besides(int seconds, OpenLoop bad) throws InterruptedException {
        var person = token(Springfield.OFFICER);
        var flood = Thread.ofVirtual().start(() -> {
            try {
                bad.run(seconds * BAD_A_SECOND, BAD_A_SECOND, n -> search(person));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var loop = good(seconds);
        flood.join();
        return loop;
    }

    private OpenLoop.Planned get(String path, String person) {
        var request = HttpRequest.newBuilder(URI.create(city.city().api() + path))
                .header("Authorization", "Bearer " + person)
                .build();
        return new OpenLoop.Planned(path, request);
    }

    private OpenLoop.Planned search(String person) {
        var now = Instant.now();
        var body = ApiClient.json(Map.of(
                "plate",
                "PSB1234",
                "from",
                now.minusSeconds(3_600).toString(),
                "to",
                now.toString(),
                "purpose",
                Map.of(
                        "offenceCode", "240",
                        "caseNumber", "26-000117",
                        "narrative", "Vehicle seen leaving the lot of the stolen-car report",
                        "legalBasis", "reasonable-suspicion",
                        "onBehalfOf", "self",
                        "outsideAssignment", "none")));
        var request = HttpRequest.newBuilder(URI.create(city.city().api() + "/v1/searches"))
                .header("Authorization", "Bearer " + person)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return new OpenLoop.Planned("search", request);
    }

    private String token(String person) {
        var session = Map.<String, Object>of("origin_jti", "load-" + person + "-" + System.nanoTime());
        return city.city().engines().oidc().accessToken(person, SIGNED_IN, session);
    }

    private static Window window() {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB;
        return new Window(heap, ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static Duration p95(Map<String, List<Duration>> times) {
        return Percentiles.of(times.values().stream().flatMap(List::stream).toList(), 95);
    }

    private void tell(OpenLoop all, List<Window> windows, int aSecond) {
        out.printf("%d operations in turn, %d a second%n", operations.size(), aSecond);
        all.times().forEach((name, times) -> out.printf("%-72s %s%n", name, Percentiles.told(times)));
        out.printf(
                "answers by status: %s; without an answer %d; 5xx %d; 429 without Retry-After %d%n",
                all.statuses(), all.failed(), all.serverErrors(), all.withoutRetryAfter());
        windows.forEach(
                window -> out.printf("after a quarter: heap %d MB, %d threads%n", window.heapMb(), window.threads()));
    }

    private void tellNeighbour(Result result) {
        out.printf(
                "one caller, %d a second: p95 %d ms alone, %d ms beside one who asks %d times a second (%.2f times)%n",
                GOOD_A_SECOND,
                result.alone().toMillis(),
                result.beside().toMillis(),
                BAD_A_SECOND,
                (double) result.beside().toNanos() / result.alone().toNanos());
        out.printf(
                "the other's answers: %s; 429 without Retry-After %d%n",
                result.bad().statuses(), result.bad().withoutRetryAfter());
    }
}
