package passby.operator.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import passby.core.retention.Timing;
import passby.operator.cost.Measured;
import passby.operator.cost.Recognition;
import passby.operator.scale.Backlog.Cohort;

/**
 * One deployment, a second at a time: cameras ask for URLs, S3 tells the queue, ReadPlates takes what its places allow, the
 * stores take what their partitions allow, and what failed comes back as the timing says.
 */
final class Simulation {
    private static final int MINUTE = 60;
    private static final int SAMPLES = 4;

    /** What waits for its next delivery. */
    private record Delayed(int due, Cohort cohort) {}

    private final Scenario scenario;
    private final Model model;
    private final SplittableRandom random;
    private final Stores stores;
    private final Clocks clocks;
    private final Backlog cameras = new Backlog();
    private final Backlog queue = new Backlog();
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>(Comparator.comparingInt(Delayed::due));
    private final Latencies latencies = new Latencies();
    private final List<Outcome.Minute> minutes = new ArrayList<>();
    private double captured;
    private double stored;
    private double dead;
    private double refused;
    private double throttled;
    private double refusedByRekognition;
    private double asleep;
    private double places = Limit.POLLERS_AT_FIRST.value();
    private double inMinute;
    private double slowest;

    private Simulation(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.model = new Model(scenario.ofOneCell());
        this.random = new SplittableRandom(seed);
        this.stores = new Stores(model, random);
        this.clocks = new Clocks(model);
    }

    /** Every cell by itself, with a seed of its own. */
    static Outcome run(Scenario scenario) {
        var seeds = new SplittableRandom(scenario.seed());
        return Outcome.together(IntStream.range(0, scenario.cells())
                .mapToObj(cell -> new Simulation(scenario, seeds.nextLong()).outcome())
                .toList());
    }

    private Outcome outcome() {
        for (var second = 0; second < scenario.seconds(); second++) {
            step(second);
        }
        var waiting = Math.max(0, cameras.size() + queue.size() + asleep);
        return new Outcome(
                captured,
                stored,
                dead,
                waiting,
                refused,
                throttled,
                refusedByRekognition,
                latencies,
                clocks.texts(),
                minutes,
                clocks.longestPurge());
    }

    private void step(int second) {
        var arrivals = Chance.poisson(random, model.meanReads() * Day.times(second));
        captured += arrivals;
        inMinute += arrivals;
        cameras.add(new Cohort(second, 1, arrivals));
        if (second % MINUTE == 0) {
            stores.newMinute();
        }
        if (!scenario.suffers(Fault.CAMERAS_CUT_OFF, second)) {
            admit();
        }
        while (!delayed.isEmpty() && delayed.peek().due() <= second) {
            var back = delayed.remove().cohort();
            asleep -= back.frames();
            queue.add(back);
        }
        read(second);
        clocks.tick(arrivals);
        if (second % MINUTE == MINUTE - 1) {
            minutes.add(new Outcome.Minute(inMinute, cameras.size() + queue.size() + asleep, places, slowest));
            inMinute = 0;
            slowest = 0;
        }
    }

    /** What the gateway, the counters and S3 let through; a camera asks for one frame at a time, and again a second later. */
    private void admit() {
        var asking = Math.min(cameras.size(), model.workload().cameras());
        var admitted = Math.min(asking, stores.admitted(asking));
        refused += asking - admitted;
        cameras.take(admitted).forEach(queue::add);
    }

    private void read(int second) {
        var refusing = scenario.suffers(Fault.REKOGNITION_DOWN, second);
        var share = refusing ? 1 : model.refusedByRekognition(queue.size());
        var seconds = model.seconds(share, refusing ? model.timeout() : 0);
        if (scenario.suffers(Fault.MESSAGES_DOUBLE, second)) {
            seconds += Measured.READ_PLATES.seconds();
        }
        var before = places;
        places = placesFor(queue.size() * seconds);
        var cold = Math.max(0, places - before);
        var taken = queue.take(places / seconds);
        var frames = taken.stream().mapToDouble(Cohort::frames).sum();
        refusedByRekognition +=
                frames * share * Recognition.of(model.workload().order()).detectText();
        var room = scenario.suffers(Fault.RECOGNIZER_DOWN, second)
                ? 0
                : stores.taken(frames, scenario.suffers(Fault.TABLES_THROTTLE, second));
        var through = frames == 0 ? 0 : Math.min(1, room / frames);
        var coldShare = frames == 0 ? 0 : Math.min(1, cold / frames);
        for (var cohort : taken) {
            keep(cohort.of(cohort.frames() * through), second, seconds, coldShare);
            fail(cohort.failed(cohort.frames() * (1 - through)), second);
        }
    }

    /** More pollers by the minute, never more than places are kept. */
    private double placesFor(double wanted) {
        var most = Math.min(model.places(), Limit.POLLERS_AT_MOST.value());
        var grown = places + Limit.POLLERS_MORE_A_MINUTE.value() / (double) MINUTE;
        return Math.min(Math.min(most, grown), Math.max(wanted, Limit.POLLERS_AT_FIRST.value()));
    }

    private void keep(Cohort cohort, int second, double seconds, double coldShare) {
        stored += cohort.frames();
        var waited = second - cohort.captured();
        slowest = Math.max(slowest, cohort.frames() > 0 ? waited : 0);
        var samples = cohort.frames() < 1 ? 1 : SAMPLES;
        for (var sample = 0; sample < samples; sample++) {
            var run = seconds * Chance.spread(random, Model.SPREAD);
            var cold = random.nextDouble() < coldShare ? Model.COLD_SECONDS : 0;
            latencies.add(waited + Model.NOTICE_SECONDS + run + cold, cohort.frames() / samples);
        }
    }

    private void fail(Cohort cohort, int second) {
        if (cohort.frames() <= 0) {
            return;
        }
        throttled += cohort.frames();
        if (cohort.receives() > Timing.QUEUE_RECEIVES) {
            dead += cohort.frames();
            return;
        }
        var retention = model.workload().nonHitRetention();
        var due = second
                + (int) Timing.retryAfter(cohort.receives() - 1, retention).toSeconds();
        asleep += cohort.frames();
        delayed.add(new Delayed(due, cohort));
    }
}
