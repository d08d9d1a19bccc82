package passby.core.read;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import passby.core.balance.Tally;
import passby.core.capture.UploadKey;
import passby.core.hit.Alert;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.policy.CachedPolicy;
import passby.core.retention.NonHitRetention;
import passby.core.retention.Timing;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/**
 * Pictures on their way while everything goes wrong: the process dies between any two steps, stores and engines refuse,
 * messages come twice and out of their order, their deletion is lost, cameras and the city's own clock jump. Afterwards the
 * trouble ends, what lies in the dead letters is redriven, and the books are compared.
 */
public final class ChaosSimulation {
    private static final NonHitRetention RETENTION = NonHitRetention.DAYS_7;
    private static final int PICTURES_A_SECOND = 4;
    private static final int DELIVERIES_A_SECOND = 12;
    private static final int WANTED = 5;
    private static final int SETTLING_MINUTES = 5;

    /** Of all calls; a frame makes about 15. */
    private static final double DEADLY = 0.01;

    private static final double REFUSING = 0.03;

    private record Message(String key, Instant receivedAt, int receives, Instant visibleAt) {
        private Message again(Instant visible) {
            return new Message(key, receivedAt, receives + 1, visible);
        }
    }

    private final long seed;
    private final int pictures;
    private final Random chance;
    private final Trouble trouble;
    private final UploadLine line;
    private final AdmitFrames admit;
    private final List<Message> queue = new ArrayList<>();
    private final List<Message> deadLetters = new ArrayList<>();
    private final Map<String, Instant> uploaded = new HashMap<>();
    private final Map<String, Instant> stored = new HashMap<>();
    private final Map<String, Instant> alertedAt = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final List<String> broken = new ArrayList<>();
    private Instant nextJobs = TestData.NOW;
    private int deliveries;
    private int dead;
    private int jumps;
    private int seenAlerts;

    public ChaosSimulation(long seed, int pictures) {
        this.seed = seed;
        this.pictures = pictures;
        this.chance = new Random(seed);
        this.trouble = new Trouble(chance, DEADLY, REFUSING);
        this.line = new UploadLine(TestData.policy(RETENTION), trouble);
        this.admit = new AdmitFrames(
                new CachedPolicy(line.city.policyDocuments(), line.clock),
                trouble.around(Frames.class, line.city.frames()),
                line.city.tallies(),
                new DrawSamples(line.city.samples()),
                line.city.archive(),
                new EntryFactory(line.clock, line.city.entropy()),
                line.clock);
        line.list(WANTED);
    }

    public ChaosReport run() {
        while (uploaded.size() < pictures) {
            IntStream.range(0, PICTURES_A_SECOND).forEach(i -> upload());
            second();
        }
        while (!queue.isEmpty()) {
            second();
        }
        trouble.end();
        redrive();
        for (var i = 0; i < SETTLING_MINUTES; i++) {
            line.clock.advance(Duration.ofMinutes(1));
            jobs();
        }
        compare();
        return summary();
    }

    /** Every entry that the city made, in the order in which it was accepted. */
    public List<Entry> entries() {
        return line.city.ledger().entries();
    }

    private boolean one(int in) {
        return chance.nextInt(in) == 0;
    }

    private void second() {
        line.clock.advance(Duration.ofSeconds(1));
        if (one(200)) {
            jumps++;
            line.clock.advance(Duration.ofSeconds(chance.nextInt(80) - 20));
        }
        deliver();
        if (!line.clock.instant().isBefore(nextJobs)) {
            nextJobs = line.clock.instant().plus(Duration.ofMinutes(1));
            jobs();
        }
    }

    /** One in ten is wanted; cameras' clocks are off by up to a minute. */
    private void upload() {
        if (uploaded.size() >= pictures) {
            return;
        }
        var now = line.clock.instant();
        var number = uploaded.size();
        var plate = one(10) ? "7WAN00" + chance.nextInt(WANTED) : "4FRE" + (100 + number % 800);
        var pass = "pass_" + number / 2;
        var captured = now.minusSeconds(chance.nextInt(30)).plusSeconds(one(20) ? chance.nextInt(60) : 0);
        var key = line.upload(TestData.factsOfPass(captured, pass), ARead.reading(plate, ARead.CALIFORNIA));
        uploaded.put(key, now);
        if (plate.startsWith("7WAN")) {
            wanted.add(pass + " " + plate);
        }
        queue.add(new Message(key, now, 1, now));
        if (one(10)) {
            queue.add(new Message(key, now, 1, now.plusSeconds(chance.nextInt(60))));
        }
    }

    /** In any order; sometimes the same message to two readers, one after the other. */
    private void deliver() {
        for (var i = 0; i < DELIVERIES_A_SECOND && !queue.isEmpty(); i++) {
            var message = queue.remove(chance.nextInt(Math.min(queue.size(), 50)));
            if (message.visibleAt().isAfter(line.clock.instant())) {
                queue.add(message);
            } else {
                receive(message);
            }
        }
    }

    private void receive(Message message) {
        deliveries++;
        var now = line.clock.instant();
        var outcome = new ArrayList<Processed>();
        var ended = trouble.process(() -> outcome.add(line.handle(message.key(), message.receivedAt())));
        seeAlerts();
        if (line.city.frames().find(uploadId(message)).isPresent()) {
            stored.putIfAbsent(message.key(), now);
        }
        var retry = !ended || outcome.getFirst() instanceof Processed.Retry;
        var deletionLost = !retry && one(50);
        if (!retry && !deletionLost) {
            return;
        }
        if (message.receives() >= Timing.QUEUE_RECEIVES) {
            deadLetters.add(message);
            dead++;
            return;
        }
        var pause = ended && retry ? Timing.retryAfter(message.receives(), RETENTION) : Timing.QUEUE_VISIBILITY;
        queue.add(message.again(now.plus(pause)));
    }

    private static String uploadId(Message message) {
        return UploadKey.parse(message.key()).orElseThrow().uploadId();
    }

    private void jobs() {
        trouble.process(line.alerts::publishPending);
        seeAlerts();
        trouble.process(admit::handle);
    }

    private void seeAlerts() {
        var published = line.city.alerts().published();
        published
                .subList(seenAlerts, published.size())
                .forEach(alert -> alertedAt.putIfAbsent(alert.hitId().value(), line.clock.instant()));
        seenAlerts = published.size();
    }

    private void redrive() {
        for (var message : List.copyOf(deadLetters)) {
            deadLetters.remove(message);
            receive(new Message(message.key(), message.receivedAt(), 1, line.clock.instant()));
        }
        while (!queue.isEmpty()) {
            second();
        }
    }

    private void compare() {
        var frames = line.city.frames();
        var hits = line.city.hits().all();
        var lost = uploaded.keySet().stream()
                .filter(key -> !stored.containsKey(key))
                .count();
        check(lost == 0, lost + " pictures lost");
        check(frames.allFrames().size() == pictures, frames.allFrames().size() + " frames of " + pictures);
        check(frames.allReads().size() == pictures, frames.allReads().size() + " reads of " + pictures);
        check(hits.size() == wanted.size(), hits.size() + " hits of " + wanted.size());
        check(hits.stream().allMatch(hit -> alertedAt.containsKey(hit.hitId().value())), "a hit without its alert");
        check(alertedAt.size() == hits.size(), alertedAt.size() + " alerted hits of " + hits.size());
        check(line.city.hits().pending().isEmpty(), "an alert still waits");
        check(line.city.uploads().keys().isEmpty(), line.city.uploads().keys().size() + " uploads left behind");
        check(admitted() == pictures, admitted() + " frames admitted of " + pictures);
        check(
                line.city
                        .pictures()
                        .keys()
                        .containsAll(frames.allReads().stream()
                                .flatMap(read -> read.pictureKeys().stream())
                                .toList()),
                "a read without its pictures");
        check(
                line.city.alerts().published().stream().allMatch(ChaosSimulation::tellsItsAge),
                "a late alert that does not say so");
    }

    private static boolean tellsItsAge(Alert alert) {
        return !alert.isLate() || alert.text().contains("Late: ");
    }

    private void check(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }

    private long admitted() {
        var totals = line.city.tallies().all().values();
        return totals.stream().mapToLong(Tally::admitted).sum();
    }

    private ChaosReport summary() {
        var toStore = stored.entrySet().stream()
                .map(entry ->
                        Duration.between(uploaded.getOrDefault(entry.getKey(), entry.getValue()), entry.getValue()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        var toAlert = line.city.hits().all().stream()
                .map(hit -> Duration.between(
                        hit.sighting().receivedAt(),
                        alertedAt.getOrDefault(hit.hitId().value(), line.clock.instant())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new ChaosReport(
                seed,
                pictures,
                line.city.frames().allFrames().size(),
                line.city.frames().allReads().size(),
                line.city.hits().all().size(),
                line.city.alerts().published().size(),
                deliveries,
                trouble.deaths(),
                trouble.refusals(),
                dead,
                jumps,
                admitted(),
                toStore,
                toAlert,
                broken);
    }
}
