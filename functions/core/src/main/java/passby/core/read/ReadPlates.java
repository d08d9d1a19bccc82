package passby.core.read;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import passby.core.capture.Camera;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.Upload;
import passby.core.capture.UploadKey;
import passby.core.hit.Hit;
import passby.core.hit.PublishAlerts;
import passby.core.plate.Confidence;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.Recognition;
import passby.core.retention.RetentionClock;

/**
 * Takes one received frame to its reads, hits and alerts, and deletes the upload. Handling the same frame again, in any
 * order and as often as the queue likes, changes nothing and alerts nobody twice for a pass and plate. What nobody waits for
 * comes after the alert, and is done when the call returns.
 */
public final class ReadPlates {
    private final CachedPolicy policy;
    private final FindFrame frames;
    private final ExcludedPlaces places;
    private final RecognizeInOrder recognizer;
    private final PostedReads posted;
    private final StoreFindings store;
    private final PublishAlerts alerts;
    private final FinishFrame finish;
    private final Executor threads;
    private final Clock clock;

    /** @param threads runs a call at once, in whatever thread */
    public ReadPlates(
            CachedPolicy policy,
            FindFrame frames,
            ExcludedPlaces places,
            RecognizeInOrder recognizer,
            PostedReads posted,
            StoreFindings store,
            PublishAlerts alerts,
            FinishFrame finish,
            Executor threads,
            Clock clock) {
        this.policy = policy;
        this.frames = frames;
        this.places = places;
        this.recognizer = recognizer;
        this.posted = posted;
        this.store = store;
        this.alerts = alerts;
        this.finish = finish;
        this.threads = threads;
        this.clock = clock;
    }

    public Processed handle(ReceivedFrame received) {
        var key = UploadKey.parse(received.ref().key());
        var behind = new Calls(threads);
        try {
            if (key.isEmpty()) {
                var foreign = new Processed.Foreign();
                finish.count(foreign, behind);
                return foreign;
            }
            return handle(received, key.get(), behind);
        } finally {
            behind.await();
        }
    }

    /** @param behind what nobody waits for */
    private Processed handle(ReceivedFrame received, UploadKey key, Calls behind) {
        var found = frames.handle(key);
        if (found.isProcessed()) {
            return processedBefore(key, found, behind);
        }
        var upload = found.upload();
        if (upload == null) {
            finish.delete(key, behind);
            return new Processed.Gone();
        }
        var camera = found.camera();
        var processed = camera == null ? new Processed.Foreign() : process(received, key, upload, camera, behind);
        if (processed instanceof Processed.Retry) {
            finish.count(processed, behind);
        } else {
            finish.handle(key, processed, policy.current(), behind);
        }
        return processed;
    }

    private Processed processedBefore(UploadKey key, FindFrame.Found found, Calls behind) {
        if (found.mayHavePendingAlerts()) {
            alerts.publishPending();
        }
        finish.handleAgain(key, found.upload() != null, behind);
        return new Processed.AlreadyProcessed();
    }

    private Processed process(ReceivedFrame received, UploadKey key, Upload upload, Camera camera, Calls behind) {
        var effective = policy.current();
        if (effective.capture() == CaptureSwitch.OFF) {
            return new Processed.Retry("capture is switched off");
        }
        if (!camera.ownership().isSeen()) {
            return new Processed.OptedOut();
        }
        if (isTooLate(received, upload, effective)) {
            return new Processed.TooLate();
        }
        var excluded = places.of(effective, camera, upload.facts());
        if (excluded.isPresent()) {
            return new Processed.Excluded(excluded.get());
        }
        return switch (key.kind()) {
            case FRAME -> recognize(received, key, upload, camera, behind);
            case READ -> takeOver(received, key, upload, camera, behind);
        };
    }

    /** The city reads the picture. */
    private Processed recognize(ReceivedFrame received, UploadKey key, Upload upload, Camera camera, Calls behind) {
        var effective = policy.current();
        var confident = new Confidence(effective.bounds().confidentPercent() / 100.0);
        return switch (recognizer.handle(received.ref(), effective.order(), confident, camera.captions())) {
            case Recognition.NoPlate nothing -> {
                finish.countIllegible(camera.cameraId(), nothing.unread(), behind);
                yield new Processed.NoPlate(nothing.engine());
            }
            case Recognition.Rejected(var reason) -> new Processed.Rejected(reason);
            case Recognition.Gone() -> new Processed.Gone();
            case Recognition.Unavailable(var why) -> new Processed.Retry(why);
            case Recognition.Plates plates -> {
                var sighted = new SightedFrame(key, upload, camera, received.receivedAt(), plates.engine());
                var processed = store.handle(sighted, plates.plates(), effective);
                if (processed instanceof Processed.Done) {
                    finish.countIllegible(camera.cameraId(), plates.unread(), behind);
                }
                yield publish(processed, behind);
            }
        };
    }

    /** The camera read the plate itself. */
    private Processed takeOver(ReceivedFrame received, UploadKey key, Upload upload, Camera camera, Calls behind) {
        return posted.find(key)
                .<Processed>map(read -> {
                    var sighted = new SightedFrame(key, upload, camera, received.receivedAt(), read.engine());
                    return publish(store.handle(sighted, read, policy.current()), behind);
                })
                .orElseGet(Processed.Gone::new);
    }

    private Processed publish(Processed processed, Calls behind) {
        if (processed instanceof Processed.Done done) {
            done.hits().forEach(hit -> publish(hit, behind));
        }
        if (processed instanceof Processed.AlreadyProcessed) {
            // The delivery that stored it may have died before its alerts went out. What fails stays for the minute's
            // sweep.
            alerts.publishPending();
        }
        return processed;
    }

    /** What fails here stays in the outbox: the message comes back, and the minute's sweep publishes it. */
    private void publish(Hit hit, Calls behind) {
        var sentAt = alerts.publishRaised(hit);
        behind.run(() -> alerts.markSent(hit, sentAt));
    }

    /** The clock of retention is past, or in flush mode the three minutes could no longer be kept. */
    private boolean isTooLate(ReceivedFrame received, Upload upload, EffectivePolicy effective) {
        Instant base = RetentionClock.base(upload.facts().capturedAt(), received.receivedAt());
        return !clock.instant().isBefore(base.plus(effective.timing().dropAfterCapture()));
    }
}
