package passby.core.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.picture.Box;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.zone.ZoneKind;

/** Registers cameras, rotates their keys, retires them, and shows the registry: what a system administrator does. */
public final class ManageCameras {
    private static final String TAKEN =
            "The id or key is taken, the camera is retired or not suspended, or somebody else just changed it.";

    private static final String NOT_QUARANTINED = "The camera is not in quarantine.";

    private final Authorizer authorizer;
    private final Cameras cameras;
    private final CameraUses uses;
    private final IllegiblePlates illegible;
    private final ExcludedPlaces places;
    private final Clock clock;

    public ManageCameras(
            Authorizer authorizer,
            Cameras cameras,
            CameraUses uses,
            IllegiblePlates illegible,
            ExcludedPlaces places,
            Clock clock) {
        this.authorizer = authorizer;
        this.cameras = cameras;
        this.uses = uses;
        this.illegible = illegible;
        this.places = places;
        this.clock = clock;
    }

    public Result<Camera> register(Caller caller, Form body) {
        return authorizer.handle(
                Action.REGISTER_CAMERA,
                EntryType.CAMERA_REGISTERED,
                caller,
                request ->
                        request.check(CameraForm.camera(body, clock.instant()), camera -> register(request, camera)));
    }

    /** The refusal names what is there, and not where. */
    private Result<Camera> register(AuthorizedRequest request, Camera camera) {
        return places.of(request.policy(), camera)
                .map(kind -> request.about(Field.CAMERAS, camera.cameraId())
                        .<Camera>refuse(new Refusal.Conflict(
                                "The place lies in an excluded zone: " + kind.words()
                                        + ". No camera is registered there.",
                                kind.code())))
                .orElseGet(() -> change(request, camera, cameras::register));
    }

    /** Adds a key; the oldest of two goes. */
    public Result<Camera> addKey(Caller caller, String cameraId, Form body) {
        return authorizer.handle(Action.ADD_CAMERA_KEY, EntryType.CAMERA_KEY_ADDED, caller, request -> {
            var about = request.about(Field.CAMERAS, cameraId);
            return about.check(CameraForm.key(body, clock.instant()), key -> addKey(about, cameraId, key));
        });
    }

    private Result<Camera> addKey(AuthorizedRequest request, String cameraId, CameraKey key) {
        var found = cameras.find(cameraId);
        if (found.isEmpty()) {
            return request.notFound();
        }
        return found.get().key(key.kid()).isPresent()
                ? request.refuse(new Refusal.Conflict(TAKEN))
                : change(request, found.get().withKey(key), cameras::replace);
    }

    /** From now on the camera gets no URL. Retiring a retired camera is a conflict. */
    public Result<Camera> retire(Caller caller, String cameraId) {
        return authorizer.handle(Action.RETIRE_CAMERA, EntryType.CAMERA_RETIRED, caller, request -> {
            var about = request.about(Field.CAMERAS, cameraId);
            var found = cameras.find(cameraId);
            if (found.isEmpty()) {
                return about.notFound();
            }
            return found.get().retiredAt() != null
                    ? about.refuse(new Refusal.Conflict(TAKEN))
                    : change(about, found.get().retired(clock.instant()), cameras::replace);
        });
    }

    /** From that instant on, which may be past, nothing that the camera brought is believed, and it gets no URL. */
    public Result<Camera> suspend(Caller caller, String cameraId, Form body) {
        return authorizer.handle(Action.SUSPEND_CAMERA, EntryType.CAMERA_SUSPENDED, caller, request -> {
            var about = request.about(Field.CAMERAS, cameraId);
            return about.check(
                    CameraForm.suspension(body, clock.instant()),
                    since -> cameras.find(cameraId)
                            .map(found -> change(about, found.suspended(since), cameras::replace))
                            .orElseGet(about::notFound));
        });
    }

    /** Believed again from now on. Resuming a camera that is not suspended is a conflict. */
    public Result<Camera> resume(Caller caller, String cameraId) {
        return authorizer.handle(Action.RESUME_CAMERA, EntryType.CAMERA_RESUMED, caller, request -> {
            var about = request.about(Field.CAMERAS, cameraId);
            var found = cameras.find(cameraId);
            if (found.isEmpty()) {
                return about.notFound();
            }
            return found.get().suspendedSince() == null
                    ? about.refuse(new Refusal.Conflict(TAKEN))
                    : change(about, found.get().suspended(null), cameras::replace);
        });
    }

    /**
     * What the camera writes into its frames lies in these zones from now on; everybody is told of the zones, because whoever
     * widens them blinds the camera there.
     */
    public Result<Camera> changeCaptions(Caller caller, String cameraId, Form body) {
        return authorizer.handle(Action.CHANGE_CAPTIONS, EntryType.CAMERA_CAPTIONS_CHANGED, caller, request -> {
            var about = request.about(Field.CAMERAS, cameraId);
            return about.check(
                    CameraForm.changedCaptions(body),
                    zones -> cameras.find(cameraId)
                            .map(found -> caption(about, found, zones))
                            .orElseGet(about::notFound));
        });
    }

    private Result<Camera> caption(AuthorizedRequest about, Camera found, List<Box> zones) {
        if (found.retiredAt() != null) {
            return about.refuse(new Refusal.Conflict(TAKEN));
        }
        var changed = found.captioned(zones);
        return about.about(Map.of(Field.BEFORE, found.publishedCaptions(), Field.AFTER, changed.publishedCaptions()))
                .change(changed, entry -> cameras.replace(changed, entry), TAKEN);
    }

    /**
     * Ends a quarantine: its alerts are pushed again. What was labelled until the end of today no longer speaks against it, so that a
     * cleaned lens gets its chance.
     */
    public Result<Camera> clear(Caller caller, String cameraId) {
        return authorizer.handle(Action.CLEAR_QUARANTINE, EntryType.CAMERA_QUARANTINE_CLEARED, caller, request -> {
            var about = request.about(Field.CAMERAS, cameraId);
            var found = cameras.find(cameraId);
            if (found.isEmpty()) {
                return about.notFound();
            }
            return found.get().quarantine().isInForce()
                    ? change(about, found.get().cleared(clock.instant()), cameras::replace)
                    : about.refuse(new Refusal.Conflict(NOT_QUARANTINED));
        });
    }

    /**
     * From now on the city takes what a private owner's camera sees. The body is {@code {"consent":"…"}}: where the owner's consent is on
     * file.
     */
    public Result<Camera> optIn(Caller caller, String cameraId, Form body) {
        return authorizer.handle(Action.OPT_IN_CAMERA, EntryType.CAMERA_OPTED_IN, caller, request -> {
            var about = request.about(Field.CAMERAS, cameraId);
            return about.check(
                    CameraForm.consent(body),
                    consent -> owned(
                            about.about(Field.NARRATIVE, consent),
                            cameraId,
                            Ownership.PRIVATE,
                            Ownership.PRIVATE_OPTED_IN));
        });
    }

    /** From now on the city takes nothing from it, and answers nothing that it read. */
    public Result<Camera> optOut(Caller caller, String cameraId) {
        return authorizer.handle(
                Action.OPT_OUT_CAMERA,
                EntryType.CAMERA_OPTED_OUT,
                caller,
                request -> owned(
                        request.about(Field.CAMERAS, cameraId),
                        cameraId,
                        Ownership.PRIVATE_OPTED_IN,
                        Ownership.PRIVATE));
    }

    /** A camera of the city's own is nobody's to opt out. */
    private Result<Camera> owned(AuthorizedRequest about, String cameraId, Ownership before, Ownership after) {
        var found = cameras.find(cameraId);
        if (found.isEmpty()) {
            return about.notFound();
        }
        return found.get().ownership() == before
                ? change(about, found.get().owned(after), cameras::replace)
                : about.refuse(new Refusal.Conflict(TAKEN));
    }

    /**
     * A camera with what is measured of it.
     *
     * @param skew how far its clock was ahead of ours when it last asked for a URL; null when it did not in the last two days
     * @param illegibleToday plates that could not be read since midnight UTC, by the reason
     * @param illegibleYesterday those of the day before
     * @param lastFrameAt when its last frame was processed; null when none was in the last two days
     * @param health how it does
     * @param excluded why it gets no URL where it stands; null elsewhere. Of one that moves, where it says nothing else
     */
    public record Seen(
            Camera camera,
            @Nullable Duration skew,
            Map<String, Long> illegibleToday,
            Map<String, Long> illegibleYesterday,
            @Nullable Instant lastFrameAt,
            CameraHealth health,
            @Nullable ZoneKind excluded) {
        public Seen {
            illegibleToday = Map.copyOf(illegibleToday);
            illegibleYesterday = Map.copyOf(illegibleYesterday);
        }
    }

    public Result<List<Seen>> view(Caller caller) {
        return authorizer.handle(Action.VIEW_CAMERAS, EntryType.CAMERAS_VIEWED, caller, request -> {
            var all = cameras.all();
            var ids = all.stream().map(Camera::cameraId).toList();
            var traces = uses.traces(ids);
            var today = illegible.ofDay(clock.instant(), ids);
            var yesterday = illegible.ofDay(clock.instant().minus(Duration.ofDays(1)), ids);
            var seen = all.stream()
                    .map(camera -> seen(
                            camera,
                            CameraUses.Trace.of(traces, camera),
                            today.getOrDefault(camera.cameraId(), Map.of()),
                            yesterday.getOrDefault(camera.cameraId(), Map.of()),
                            places.of(request.policy(), camera).orElse(null)))
                    .toList();
            return request.about(Field.RESULT_COUNT, String.valueOf(all.size())).answer(seen);
        });
    }

    private Seen seen(
            Camera camera,
            CameraUses.Trace trace,
            Map<String, Long> illegibleToday,
            Map<String, Long> illegibleYesterday,
            @Nullable ZoneKind excluded) {
        var health = CameraHealth.of(camera, trace.lastFrameAt(), excluded, clock.instant());
        return new Seen(
                camera, trace.skew(), illegibleToday, illegibleYesterday, trace.lastFrameAt(), health, excluded);
    }

    private static Result<Camera> change(
            AuthorizedRequest request, Camera camera, BiFunction<Camera, Entry, Commit> change) {
        return request.about(Map.of(
                        Field.CAMERAS, camera.cameraId(),
                        Field.SUBJECT, camera.keys().getLast().kid(),
                        Field.GRANT, camera.approval(),
                        Field.AFTER, camera.published(request.policy().agency())))
                .change(camera, entry -> change.apply(camera, entry), TAKEN);
    }
}
