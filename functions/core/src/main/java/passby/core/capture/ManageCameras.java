package passby.core.capture;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.Accepted;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.Authorizer;
import passby.core.policy.EffectivePolicy;

/** Registers cameras, rotates their keys, retires them, and shows the registry: what a system administrator does. */
public final class ManageCameras {
    /** What came of a request about cameras. */
    public sealed interface Answer {
        record Changed(Camera camera, Accepted accepted) implements Answer {}

        record Registry(List<Camera> cameras, Accepted accepted) implements Answer {
            public Registry {
                cameras = List.copyOf(cameras);
            }
        }

        record Invalid(List<Problem> problems, Accepted accepted) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record NotFound(Accepted accepted) implements Answer {}

        /** The id or the key is taken, or somebody changed the camera at the same time. */
        record Conflict(Accepted accepted) implements Answer {}

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    private final Authorizer authorizer;
    private final Cameras cameras;
    private final Ledger ledger;
    private final Clock clock;

    public ManageCameras(Authorizer authorizer, Cameras cameras, Ledger ledger, Clock clock) {
        this.authorizer = authorizer;
        this.cameras = cameras;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Answer register(Caller caller, Form body) {
        return switch (authorizer.authorize(Action.REGISTER_CAMERA, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) -> {
                var asked = new Asked(authorizer, EntryType.CAMERA_REGISTERED, policy, caller, Map.of());
                yield switch (CameraForm.camera(body, clock.instant())) {
                    case Checked.Invalid<Camera>(var problems) -> asked.invalid(problems);
                    case Checked.Valid<Camera>(var camera) -> asked.change(camera, cameras::register);
                };
            }
        };
    }

    /** Adds a key; the oldest of two goes. */
    public Answer addKey(Caller caller, String cameraId, Form body) {
        return switch (authorizer.authorize(Action.ADD_CAMERA_KEY, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) -> {
                var asked = new Asked(
                        authorizer, EntryType.CAMERA_KEY_ADDED, policy, caller, Map.of(Field.CAMERAS, cameraId));
                yield switch (CameraForm.key(body, clock.instant())) {
                    case Checked.Invalid<CameraKey>(var problems) -> asked.invalid(problems);
                    case Checked.Valid<CameraKey>(var key) -> addKey(asked, cameraId, key);
                };
            }
        };
    }

    private Answer addKey(Asked asked, String cameraId, CameraKey key) {
        var found = cameras.find(cameraId);
        if (found.isEmpty()) {
            return asked.notFound();
        }
        return found.get().key(key.kid()).isPresent()
                ? asked.conflict()
                : asked.change(found.get().withKey(key), cameras::replace);
    }

    /** From now on the camera gets no URL. Retiring a retired camera is a conflict. */
    public Answer retire(Caller caller, String cameraId) {
        return switch (authorizer.authorize(Action.RETIRE_CAMERA, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                retire(
                        new Asked(
                                authorizer, EntryType.CAMERA_RETIRED, policy, caller, Map.of(Field.CAMERAS, cameraId)),
                        cameraId);
        };
    }

    private Answer retire(Asked asked, String cameraId) {
        var found = cameras.find(cameraId);
        if (found.isEmpty()) {
            return asked.notFound();
        }
        return found.get().retiredAt() != null
                ? asked.conflict()
                : asked.change(found.get().retired(clock.instant()), cameras::replace);
    }

    public Answer view(Caller caller) {
        return switch (authorizer.authorize(Action.VIEW_CAMERAS, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) -> {
                var all = cameras.all();
                var committed = Map.of(Field.RESULT_COUNT, String.valueOf(all.size()));
                var entry = authorizer.entry(EntryType.CAMERAS_VIEWED, Outcome.DONE, policy, caller, committed);
                yield new Answer.Registry(all, ledger.append(entry));
            }
        };
    }

    /**
     * An admitted request for a change: whichever way it ends, it ends with one entry.
     *
     * @param about what a refusal commits to
     */
    private record Asked(
            Authorizer authorizer, EntryType type, EffectivePolicy policy, Caller caller, Map<Field, String> about) {
        Answer change(Camera camera, BiFunction<Camera, Entry, Commit> change) {
            var committed = Map.of(
                    Field.CAMERAS, camera.cameraId(),
                    Field.SUBJECT, camera.keys().getLast().kid(),
                    Field.GRANT, camera.approval());
            var entry = authorizer.entry(type, Outcome.DONE, policy, caller, committed);
            return switch (change.apply(camera, entry)) {
                case Commit.Done(var accepted) -> new Answer.Changed(camera, accepted);
                case Commit.Conflict() ->
                    new Answer.Conflict(authorizer.refuse(type, policy, caller, Authorizer.CONFLICT, committed));
            };
        }

        Answer invalid(List<Problem> problems) {
            return new Answer.Invalid(problems, refuse(Problem.summary(problems)));
        }

        Answer notFound() {
            return new Answer.NotFound(refuse(Authorizer.NOT_FOUND));
        }

        Answer conflict() {
            return new Answer.Conflict(refuse(Authorizer.CONFLICT));
        }

        private Accepted refuse(String reason) {
            return authorizer.refuse(type, policy, caller, reason, about);
        }
    }
}
