package passby.infra.capacity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * The queue of uploads and its readers, on a clock of its own: cameras that send as a busy hour has it, and one that announces 200 frames
 * a second and puts all that it gets a URL for. What waits is read in the order in which it came, each picture for as long as it usually takes.
 */
final class OneQueue {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration READING = Duration.ofSeconds(1);
    private static final long MILLIS_A_MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long BETWEEN_CALLS = 250;
    private static final int FRAMES_A_CALL = 50;

    private final Capacity city;
    private final Random random;
    private final List<Long> took = new ArrayList<>();
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private int reading;
    private int onTheirWay;
    private int thisMinute;

    /** @param flood whether the one camera sent it */
    private record Frame(long came, boolean flood) {}

    private sealed interface Event {
        /** Milliseconds. */
        long at();

        record Comes(long at) implements Event {}

        record Announced(long at) implements Event {}

        record Read(long at, Frame frame) implements Event {}
    }

    /**
     * What one camera may bring.
     *
     * @param aMinute frames
     * @param outstanding frames on their way at once
     */
    record Bound(int aMinute, int outstanding) {
        static final Bound NOTHING = new Bound(0, 0);
    }

    private OneQueue(Capacity city, long seed) {
        this.city = city;
        this.random = new Random(seed);
    }

    /** How long a frame of the others took until it was read, at the 95th percentile of an hour. */
    static Duration p95(int cameras, Bound flood) {
        var queue = new OneQueue(new Capacity(cameras), cameras);
        queue.run(flood);
        queue.took.sort(null);
        return Duration.ofMillis(queue.took.get(queue.took.size() * 95 / 100));
    }

    private void run(Bound flood) {
        events.add(new Event.Comes(0));
        events.add(new Event.Announced(0));
        while (events.peek() != null && events.peek().at() < HOUR.toMillis()) {
            var event = events.remove();
            switch (event) {
                case Event.Comes(var at) -> {
                    waiting.add(new Frame(at, false));
                    events.add(new Event.Comes(at + untilNext()));
                }
                case Event.Announced(var at) -> announce(at, flood);
                case Event.Read(var at, var frame) -> ended(at, frame);
            }
            begin(event.at());
        }
    }

    private long untilNext() {
        return Math.round(-Math.log(1 - random.nextDouble()) * 1000 / city.uploadsPerSecond());
    }

    /** All that is asked for counts in the minute, as in the city. */
    private void announce(long at, Bound bound) {
        thisMinute = at % MILLIS_A_MINUTE == 0 ? 0 : thisMinute;
        var granted = Math.min(
                Math.clamp(bound.aMinute() - thisMinute, 0, FRAMES_A_CALL),
                Math.max(0, bound.outstanding() - onTheirWay));
        thisMinute += FRAMES_A_CALL;
        onTheirWay += granted;
        for (var frame = 0; frame < granted; frame++) {
            waiting.add(new Frame(at, true));
        }
        events.add(new Event.Announced(at + BETWEEN_CALLS));
    }

    private void ended(long at, Frame frame) {
        reading--;
        if (frame.flood()) {
            onTheirWay--;
        } else {
            took.add(at - frame.came());
        }
    }

    private void begin(long at) {
        while (reading < city.reading() && !waiting.isEmpty()) {
            events.add(new Event.Read(at + READING.toMillis(), waiting.remove()));
            reading++;
        }
    }
}
