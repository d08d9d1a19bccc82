package passby.local.show;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import passby.core.capture.UploadKey;
import passby.core.read.Processed;
import passby.core.read.ReceivedFrame;

/**
 * Watches what the city makes of uploads: hears every result of ReadPlates and every alert, and lets whoever sent a picture
 * wait for them. Remembers the newest thousand of each. Safe for many threads.
 */
public final class Sightings {
    private static final int REMEMBERED = 1_000;

    /** A result and when it came, on the clock of {@link System#nanoTime()}. */
    public record Seen(Processed processed, long nanos) {}

    private final Map<String, Seen> frames = new Newest<>();
    private final Map<String, Long> alerts = new Newest<>();
    private final LongSupplier nanos;

    private static final class Newest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** @param nanos such as {@link System#nanoTime()} */
    public Sightings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A frame that goes back to the queue is not seen until it comes to an end. */
    public void processed(ReceivedFrame frame, Processed result) {
        if (!(result instanceof Processed.Retry)) {
            UploadKey.parse(frame.ref().key()).ifPresent(key -> end(key.uploadId(), result));
        }
    }

    private synchronized void end(String uploadId, Processed result) {
        // A redelivered frame is known already: its first end is the one that counts.
        frames.putIfAbsent(uploadId, new Seen(result, nanos.getAsLong()));
        notifyAll();
    }

    public synchronized void alerted(String hitId) {
        alerts.putIfAbsent(hitId, nanos.getAsLong());
    }

    /** Waits for the end of a frame; empty when it does not come in time. */
    public synchronized Optional<Seen> await(String uploadId, Duration patience) throws InterruptedException {
        var deadline = nanos.getAsLong() + patience.toNanos();
        while (!frames.containsKey(uploadId)) {
            var left = (deadline - nanos.getAsLong()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        return Optional.ofNullable(frames.get(uploadId));
    }

    /** When the hit's first alert came. Alerts go out before ReadPlates ends: whoever waited for the frame finds them. */
    public synchronized Optional<Long> alert(String hitId) {
        return Optional.ofNullable(alerts.get(hitId));
    }
}
