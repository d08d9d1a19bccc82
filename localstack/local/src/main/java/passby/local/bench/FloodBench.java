package passby.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.CityParameters;
import passby.core.policy.Parameter;
import passby.local.bench.CannedCity.Pass;

/**
 * {@code scripts/bench flood}: what two cameras feel of a third that announces far more than it may, and of an address that asks without
 * a right. The sender is a process of its own with a lower priority, and first it does all of its work but the sending: what the
 * machine loses to its making shows there, and only what is beyond it is the city's.
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

    /** Of the flooding address: requests a second without a sign-in, and with a forged one. */
    private static final int REQUESTS = 150;

    private final CannedCity city;
    private int number;

    private FloodBench(CannedCity city) {
        this.city = city;
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
        measure("before");
        during(FloodSender.Kind.PREPARE, CALLS);
        during(FloodSender.Kind.ANNOUNCE, CALLS);
        measure("after it");
        during(FloodSender.Kind.ASK, REQUESTS);
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

    private void during(FloodSender.Kind kind, int aSecond) throws IOException, InterruptedException {
        var command = List.of(
                "nice",
                "-n",
                "5",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FloodSender.class.getName(),
                kind.name(),
                String.valueOf(aSecond),
                city.city().api().toString(),
                city.keyFile(2).toString());
        var sender = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var answers = sender.inputReader(UTF_8)) {
            if (answers.readLine() == null) {
                throw new IllegalStateException("the sender did not start");
            }
            measure("during: " + kind.told(aSecond));
            sender.getOutputStream().close();
            answers.lines().forEach(line -> System.out.println("    " + line));
            sender.waitFor();
        } finally {
            sender.destroy();
        }
    }

    /** Beside the times, what the city's own process used of the machine: the sender is another process. */
    private void measure(String when) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var before = processorTime();
        var passes = passes(MEASURED, BETWEEN_PASSES);
        var used = (double) (processorTime() - before) / (System.nanoTime() - start);
        System.out.println(when);
        tell(passes);
        System.out.printf(
                Locale.ROOT, "    %-44s %.0f ms a second%n", "processor time of the city and its engines", used * 1000);
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private List<Pass> passes(int count, Duration pace) throws IOException, InterruptedException {
        var passes = new ArrayList<Pass>(count);
        for (var i = 0; i < count; i++) {
            var next = System.nanoTime() + pace.toNanos();
            passes.add(city.pass(city.cameras().get(i % 2), number++));
            Pace.until(next);
        }
        return passes;
    }

    private static void tell(List<Pass> passes) {
        CannedCity.line(
                "    upload to alert", passes.stream().map(Pass::alerted).toList());
        CannedCity.line(
                "    URL asked for, frame put",
                passes.stream().map(Pass::uploaded).toList());
    }
}
