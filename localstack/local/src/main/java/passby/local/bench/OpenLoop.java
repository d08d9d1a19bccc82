package passby.local.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Requests at a constant rate, whether or not those before were answered: a city that is slow gets no rest. A time begins
 * when its request was due, so that waiting for a turn counts.
 */
final class OpenLoop {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final Map<String, List<Duration>> times = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int failed;
    private int withoutRetryAfter;

    /** @param name under which its time counts */
    record Planned(String name, HttpRequest request) {}

    OpenLoop(HttpClient http) {
        this.http = http;
    }

    /**
     * Returns when all are answered.
     *
     * @param count of requests
     * @param aSecond rate
     */
    void run(int count, int aSecond, IntFunction<Planned> planned) throws InterruptedException {
        var between = Duration.ofSeconds(1).dividedBy(aSecond).toNanos();
        var start = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < count; n++) {
                var due = start + n * between;
                var next = planned.apply(n);
                Pace.until(due);
                senders.execute(() -> send(next, due));
            }
        }
    }

    private void send(Planned planned, long due) {
        try {
            var answer = http.send(planned.request(), BodyHandlers.discarding());
            answered(planned.name(), Duration.ofNanos(System.nanoTime() - due), answer);
        } catch (IOException e) {
            fail();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail();
        }
    }

    private synchronized void answered(String name, Duration time, HttpResponse<Void> answer) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() == TOO_MANY
                && answer.headers().firstValue("Retry-After").isEmpty()) {
            withoutRetryAfter++;
        }
    }

    private synchronized void fail() {
        failed++;
    }

    synchronized Map<String, List<Duration>> times() {
        return new TreeMap<>(times);
    }

    synchronized Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /** Requests that got no answer at all. */
    synchronized int failed() {
        return failed;
    }

    /** Answers 429 that do not say when to come again. */
    synchronized int withoutRetryAfter() {
        return withoutRetryAfter;
    }

    synchronized int serverErrors() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey() >= SERVER_ERROR)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
