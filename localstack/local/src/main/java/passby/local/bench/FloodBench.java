package passby.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.CityParameters;
import passby.core.policy.Parameter;
import passby.local.bench.CannedCity.Pass;
import passby.local.camera.UploadResult;

/**
 * {@code scripts/bench flood}: what two cameras feel of a third that announces far more than it may, and of an address that asks without
 * a right. The flood has no CPU of its own: what it takes to make it is in the figures.
 */
public final class FloodBench {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 60;
    private static final Duration BETWEEN_PASSES = Duration.ofSeconds(1);
    /** What the policy of a new city allows a camera to announce in a minute; made-up cameras may announce more. */
    private static final String USUAL_RATE = "120";
    /** Longer than a function uses a copy of the policy, and than the minute whose frames are counted. */
    private static final Duration POLICY_SETTLES = Duration.ofSeconds(61);
    /** Of the flooding camera: calls a second, frames in each. */
    private static final int CALLS = 4;

    private static final int FRAMES = 50;
    /** Of the flooding address: requests a second without a sign-in, and with a forged one. */
    private static final int REQUESTS = 150;

    private static final int SENDERS = 4;

    private final CannedCity city;
    private int number;

    private FloodBench(CannedCity city) {
        this.city = city;
    }

    /** Something that a sender does once, and the names of the answers it got. */
    private interface Blow {
        List<String> strike(int number) throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var city = new CannedCity(List.of())) {
            new FloodBench(city).run();
        }
        Runtime.getRuntime().halt(0);
    }

    private void run() throws IOException, InterruptedException {
        passes(WARM_UP, Duration.ZERO);
        limitCameras();
        System.out.println(
                "two cameras, a pass a second, recogniser canned, " + USUAL_RATE + " frames a minute and camera");
        tell("before", passes(MEASURED, BETWEEN_PASSES));
        during("one camera, %d x %d frames a second".formatted(CALLS, FRAMES), CALLS, this::announce);
        tell("after it", passes(MEASURED, BETWEEN_PASSES));
        during("one address, %d requests a second".formatted(REQUESTS), REQUESTS, this::ask);
    }

    private void limitCameras() throws InterruptedException {
        var governance = city.city().wiring().governance();
        var parameters = CityParameters.of(governance.policyDocuments().find().orElseThrow())
                .ofStack();
        parameters.put(Parameter.CAMERA_UPLOAD_RATE.code(), USUAL_RATE);
        if (!(governance.applyCityParameters().handle(parameters, "scripts/bench flood")
                instanceof ApplyCityParameters.Answer.Governed)) {
            throw new IllegalStateException("the city does not take the rate");
        }
        Thread.sleep(POLICY_SETTLES);
    }

    /** The third camera, whose key is genuine: frames that it gets a URL for are put. */
    private List<String> announce(int call) throws IOException, InterruptedException {
        var shot = city.shot("flood_" + call);
        return city.cameras().get(2).send(Collections.nCopies(FRAMES, shot)).stream()
                .map(result -> switch (result) {
                    case UploadResult.Stored _ -> "frame stored";
                    case UploadResult.Refused refused -> "frame refused, " + refused.status();
                    case UploadResult.NotStored failed -> "frame not stored, " + failed.status();
                })
                .toList();
    }

    /** Without a sign-in, with a forged one, and as a camera whose token nobody signed. */
    private List<String> ask(int request) throws IOException, InterruptedException {
        var forged = "Bearer eyJhbGciOiJFUzI1NiJ9.e30." + "A".repeat(86);
        var builder = HttpRequest.newBuilder(URI.create(city.city().api() + path(request)));
        if (request % 2 == 1) {
            builder.header("Authorization", forged);
        }
        if (request % 4 >= 2) {
            builder.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"uploads\":[]}"));
        }
        var status =
                city.http().send(builder.build(), BodyHandlers.discarding()).statusCode();
        return List.of("answered " + status);
    }

    private static String path(int request) {
        return request % 4 >= 2 ? "/v1/uploads" : "/v1/hits";
    }

    private void during(String name, int aSecond, Blow blow) throws IOException, InterruptedException {
        var over = new AtomicBoolean();
        var answers = new TreeMap<String, Integer>();
        var pace = Duration.ofSeconds(SENDERS).dividedBy(aSecond);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, SENDERS)
                    .mapToObj(first -> senders.submit(() -> {
                        for (var i = first; !over.get(); i += SENDERS) {
                            var next = System.nanoTime() + pace.toNanos();
                            count(answers, blow.strike(i));
                            rest(next);
                        }
                        return null;
                    }))
                    .toList();
            try {
                tell("during: " + name, passes(MEASURED, BETWEEN_PASSES));
            } finally {
                over.set(true);
            }
            for (var sender : sent) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sender failed", e);
        }
        answers.forEach((answer, count) -> System.out.printf("    %-44s %,8d%n", answer, count));
    }

    private static void count(Map<String, Integer> answers, List<String> seen) {
        synchronized (answers) {
            seen.forEach(answer -> answers.merge(answer, 1, Integer::sum));
        }
    }

    private List<Pass> passes(int count, Duration pace) throws IOException, InterruptedException {
        var passes = new ArrayList<Pass>(count);
        for (var i = 0; i < count; i++) {
            var next = System.nanoTime() + pace.toNanos();
            passes.add(city.pass(city.cameras().get(i % 2), number++));
            rest(next);
        }
        return passes;
    }

    private static void rest(long until) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
    }

    private static void tell(String when, List<Pass> passes) {
        System.out.println(when);
        CannedCity.line(
                "    upload to alert", passes.stream().map(Pass::alerted).toList());
        CannedCity.line(
                "    URL asked for, frame put",
                passes.stream().map(Pass::uploaded).toList());
    }
}
