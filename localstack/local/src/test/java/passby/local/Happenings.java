package passby.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import passby.core.capture.UploadKey;
import passby.core.read.Processed;
import passby.core.read.Read;
import passby.core.read.ReceivedFrame;
import passby.local.engine.Delivered;
import passby.local.engine.Published;

/** Everything that came out of a city, in order, for tests to wait for. Safe for many threads. */
final class Happenings {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Result(String uploadId, Processed processed) {}

    private final List<Result> results = new ArrayList<>();
    private final List<Published> alerts = new ArrayList<>();
    private final List<Delivered> texts = new ArrayList<>();

    synchronized void processed(ReceivedFrame frame, Processed processed) {
        UploadKey.parse(frame.ref().key()).ifPresent(key -> results.add(new Result(key.uploadId(), processed)));
        notifyAll();
    }

    synchronized void published(Published alert) {
        alerts.add(alert);
        notifyAll();
    }

    synchronized void texted(Delivered message) {
        texts.add(message);
        notifyAll();
    }

    synchronized List<Delivered> texts() {
        return List.copyOf(texts);
    }

    synchronized List<Published> alerts() {
        return List.copyOf(alerts);
    }

    /** Every plate that anybody read, alternates included. */
    synchronized List<String> plates() {
        return results.stream()
                .flatMap(result ->
                        result.processed() instanceof Processed.Done done ? done.reads().stream() : Stream.<Read>of())
                .flatMap(read -> read.candidates().stream())
                .map(candidate -> candidate.plate().raw())
                .distinct()
                .toList();
    }

    /** Whoever read anything. */
    synchronized List<String> engines() {
        return results.stream()
                .flatMap(result ->
                        result.processed() instanceof Processed.Done done ? done.reads().stream() : Stream.<Read>of())
                .map(read -> read.engine().name())
                .distinct()
                .toList();
    }

    /** What the frame came to in the end. */
    Processed end(String uploadId) throws InterruptedException {
        return await(uploadId, 1, processed -> !(processed instanceof Processed.Retry));
    }

    /** What was read from the frame, in which there must be plates. */
    Processed.Done done(String uploadId) throws InterruptedException {
        if (end(uploadId) instanceof Processed.Done done) {
            return done;
        }
        throw new AssertionError("no plate was read from " + uploadId);
    }

    /** What the n-th delivery came to of those that did not go back to the queue. */
    Processed end(String uploadId, int delivery) throws InterruptedException {
        return await(uploadId, delivery, processed -> !(processed instanceof Processed.Retry));
    }

    void awaitRetry(String uploadId) throws InterruptedException {
        await(uploadId, 1, Processed.Retry.class::isInstance);
    }

    private synchronized Processed await(String uploadId, int nth, Predicate<Processed> wanted)
            throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = results.stream()
                    .filter(result -> result.uploadId().equals(uploadId) && wanted.test(result.processed()))
                    .skip(nth - 1L)
                    .findFirst();
            if (found.isPresent()) {
                return found.get().processed();
            }
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("nothing became of " + uploadId + " within " + PATIENCE);
            }
            wait(left);
        }
    }
}
