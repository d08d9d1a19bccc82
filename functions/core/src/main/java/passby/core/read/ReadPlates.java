package passby.core.read;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.capture.Camera;
import passby.core.capture.CameraBounds;
import passby.core.capture.Cameras;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.Upload;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;
import passby.core.hit.PublishAlerts;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.picture.RejectReason;
import passby.core.plate.Confidence;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.retention.RetentionClock;

/**
 * Takes one received frame to its reads, hits and alerts, and deletes the upload. Handling the same frame again, in any
 * order and as often as the queue likes, changes nothing and alerts nobody twice for a pass and plate.
 */
public final class ReadPlates {
    private final CachedPolicy policy;
    private final Uploads uploads;
    private final ProcessedUploads processedUploads;
    private final CameraBounds bounds;
    private final Cameras cameras;
    private final RecognizeInOrder recognizer;
    private final StoreFindings store;
    private final PublishAlerts alerts;
    private final Counters counters;
    private final Clock clock;

    public ReadPlates(
            CachedPolicy policy,
            Uploads uploads,
            ProcessedUploads processedUploads,
            CameraBounds bounds,
            Cameras cameras,
            RecognizeInOrder recognizer,
            StoreFindings store,
            PublishAlerts alerts,
            Counters counters,
            Clock clock) {
        this.policy = policy;
        this.uploads = uploads;
        this.processedUploads = processedUploads;
        this.bounds = bounds;
        this.cameras = cameras;
        this.recognizer = recognizer;
        this.store = store;
        this.alerts = alerts;
        this.counters = counters;
        this.clock = clock;
    }

    public Processed handle(ReceivedFrame received) {
        var key = received.ref().key();
        var uploadKey = UploadKey.parse(key);
        if (uploadKey.isEmpty()) {
            counters.add(Count.FRAME_MALFORMED_EVENT, clock.instant());
            return new Processed.Foreign();
        }
        if (processedUploads.contains(uploadKey.get())) {
            return processedBefore(key);
        }
        var upload = uploads.find(key);
        if (upload.isEmpty()) {
            // Gone, or an object whose metadata is none of ours: either way nothing of it may stay.
            uploads.delete(key);
            return new Processed.Gone();
        }
        var camera = cameras.find(uploadKey.get().cameraId());
        var processed = camera.isEmpty()
                ? new Processed.Foreign()
                : process(received, uploadKey.get(), upload.get(), camera.get());
        if (!(processed instanceof Processed.Retry)) {
            finish(uploadKey.get());
        }
        count(processed);
        return processed;
    }

    /** The mark comes first: once the object is gone, the same URL would take the same bytes again. */
    private void finish(UploadKey key) {
        processedUploads.add(key);
        uploads.delete(key.format());
        bounds.arrived(key);
    }

    /** A message that came twice, or a URL that was used again: neither costs a look at the picture. */
    private Processed processedBefore(String key) {
        if (uploads.find(key).isPresent()) {
            counters.add(Count.FRAME_REPLAYED, clock.instant());
        }
        uploads.delete(key);
        return new Processed.AlreadyProcessed();
    }

    private Processed process(ReceivedFrame received, UploadKey key, Upload upload, Camera camera) {
        var effective = policy.current();
        if (effective.capture() == CaptureSwitch.OFF) {
            return new Processed.Retry("capture is switched off");
        }
        if (isTooLate(received, upload, effective)) {
            return new Processed.TooLate();
        }
        var confident = new Confidence(effective.bounds().confidentPercent() / 100.0);
        return switch (recognizer.handle(received.ref(), effective.order(), confident)) {
            case Recognition.NoPlate nothing -> new Processed.NoPlate(nothing.engine());
            case Recognition.Rejected(var reason) -> new Processed.Rejected(reason);
            case Recognition.Gone() -> new Processed.Gone();
            case Recognition.Unavailable(var why) -> new Processed.Retry(why);
            case Recognition.Plates plates -> {
                var sighted = new SightedFrame(key, upload, camera, received.receivedAt(), plates.engine());
                yield store(sighted, plates.plates(), effective);
            }
        };
    }

    private Processed store(SightedFrame frame, List<PlateReading> plates, EffectivePolicy effective) {
        var processed = store.handle(frame, plates, effective);
        if (processed instanceof Processed.Done done) {
            // What fails here stays in the outbox: the message comes back, and the minute's sweep publishes it.
            done.hits().forEach(alerts::publish);
        }
        if (processed instanceof Processed.AlreadyProcessed) {
            // The delivery that stored it may have died before its alerts went out. What fails stays for the minute's
            // sweep.
            alerts.publishPending();
        }
        return processed;
    }

    /** The clock of retention is past, or in flush mode the three minutes could no longer be kept. */
    private boolean isTooLate(ReceivedFrame received, Upload upload, EffectivePolicy effective) {
        Instant base = RetentionClock.base(upload.facts().capturedAt(), received.receivedAt());
        return !clock.instant().isBefore(base.plus(effective.timing().dropAfterCapture()));
    }

    private void count(Processed processed) {
        count(counted(processed), 1);
        if (processed instanceof Processed.Done done) {
            count(Optional.of(Count.READ), done.reads().size());
        }
    }

    private void count(Optional<Count> count, int amount) {
        count.ifPresent(name -> counters.add(name, amount, clock.instant()));
    }

    private static Optional<Count> counted(Processed processed) {
        return switch (processed) {
            case Processed.Done done -> Optional.of(Count.FRAME_WITH_PLATES);
            case Processed.NoPlate noPlate -> Optional.of(Count.FRAME_NO_PLATE);
            case Processed.Rejected(var reason) -> Optional.of(counted(reason));
            case Processed.TooLate() -> Optional.of(Count.FRAME_DROPPED_LATE);
            case Processed.Foreign() -> Optional.of(Count.FRAME_MALFORMED_EVENT);
            case Processed.Retry retry -> Optional.of(Count.FRAME_RETRIED);
            case Processed.AlreadyProcessed() -> Optional.empty();
            case Processed.Gone() -> Optional.empty();
        };
    }

    private static Count counted(RejectReason reason) {
        return switch (reason) {
            case EMPTY -> Count.FRAME_REJECTED_EMPTY;
            case TOO_LARGE -> Count.FRAME_REJECTED_TOO_LARGE;
            case NOT_A_JPEG -> Count.FRAME_REJECTED_NOT_A_JPEG;
            case DAMAGED -> Count.FRAME_REJECTED_DAMAGED;
            case TOO_MANY_PIXELS -> Count.FRAME_REJECTED_TOO_MANY_PIXELS;
            case TOO_SLOW -> Count.FRAME_REJECTED_TOO_SLOW;
        };
    }
}
