package passby.local.show;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import passby.core.capture.UploadKey;
import passby.core.read.Processed;
import passby.core.read.ReceivedFrame;

/**
 * Watches what the city makes of uploads: hears every result of ReadPlates and every alert, and lets whoever sent a picture
 * wait for both. Safe for many threads.
 */
public final class Sightings {
    private static final int MAX_UNHEARD = 1_000;

    /** A result and when it came, by {@link System#nanoTime()}. */
    record Seen(Processed processed, long nanos) {}

    private final Map<String, CompletableFuture<Seen>> expected = new ConcurrentHashMap<>();
    private final Map<String, Long> alerted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_UNHEARD;
        }
    };
    private final LongSupplier nanos;

    /** @param nanos such as {@link System#nanoTime()} */
    public Sightings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A frame that goes back to the queue is not seen until it comes to an end. */
    public void processed(ReceivedFrame frame, Processed result) {
        if (result instanceof Processed.Retry) {
            return;
        }
        UploadKey.parse(frame.ref().key())
                .map(key -> expected.get(key.uploadId()))
                .ifPresent(future -> future.complete(new Seen(result, nanos.getAsLong())));
    }

    /** Alerts go out before ReadPlates ends, so whoever waited for the frame finds them here. */
    public void alerted(String hitId) {
        synchronized (alerted) {
            alerted.putIfAbsent(hitId, nanos.getAsLong());
        }
    }

    /** To be called before the upload, so that its end cannot be missed. */
    void expect(String uploadId) {
        expected.put(uploadId, new CompletableFuture<>());
    }

    /** Waits for the end of an expected frame; a retry is the answer when that takes too long. */
    Seen await(String uploadId, Duration patience) throws InterruptedException {
        try {
            return Objects.requireNonNull(expected.get(uploadId), "not expected")
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Seen(new Processed.Retry("no result in time"), nanos.getAsLong());
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes these with an exception", e);
        } finally {
            expected.remove(uploadId);
        }
    }

    /** When the hit's first alert came. */
    Optional<Long> alert(String hitId) {
        synchronized (alerted) {
            return Optional.ofNullable(alerted.get(hitId));
        }
    }
}
