package passby.core.capture;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Gate;

/** Registers cameras, rotates their keys, retires them, and shows the registry: what a system administrator does. */
public final class KeepCameras {
    /** What came of a request about cameras. */
    public sealed interface Answer {
        record Changed(Camera camera, Accepted accepted) implements Answer {}

        record Registry(List<Camera> cameras, Accepted accepted) implements Answer {
            public Registry {
                cameras = List.copyOf(cameras);
            }
        }

        record Invalid(List<Problem> problems) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record NotFound() implements Answer {}

        /** The id or the key is taken, or somebody changed the camera at the same time. */
        record Conflict() implements Answer {}

        record Denied(Gate.Admission.Denied denied) implements Answer {}
    }

    private final Gate gate;
    private final Cameras cameras;
    private final Ledger ledger;
    private final Clock clock;

    public KeepCameras(Gate gate, Cameras cameras, Ledger ledger, Clock clock) {
        this.gate = gate;
        this.cameras = cameras;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Answer register(Caller caller, Form body) {
        return switch (gate.admit(Action.REGISTER_CAMERA, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) ->
                switch (CameraForm.camera(body, clock.instant())) {
                    case Checked.Invalid<Camera>(var problems) -> new Answer.Invalid(problems);
                    case Checked.Valid<Camera>(var camera) ->
                        answer(
                                camera,
                                cameras.register(camera, entry(EntryType.CAMERA_REGISTERED, policy, caller, camera)));
                };
        };
    }

    /** Adds a key; the oldest of two goes. */
    public Answer addKey(Caller caller, String cameraId, Form body) {
        return switch (gate.admit(Action.ADD_CAMERA_KEY, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) ->
                switch (CameraForm.key(body, clock.instant())) {
                    case Checked.Invalid<CameraKey>(var problems) -> new Answer.Invalid(problems);
                    case Checked.Valid<CameraKey>(var key) -> addKey(caller, policy, cameraId, key);
                };
        };
    }

    private Answer addKey(Caller caller, EffectivePolicy policy, String cameraId, CameraKey key) {
        var found = cameras.find(cameraId);
        if (found.isEmpty()) {
            return new Answer.NotFound();
        }
        if (found.get().key(key.kid()).isPresent()) {
            return new Answer.Conflict();
        }
        var rotated = found.get().withKey(key);
        return answer(rotated, cameras.replace(rotated, entry(EntryType.CAMERA_KEY_ADDED, policy, caller, rotated)));
    }

    /** From now on the camera gets no URL. Retiring a retired camera is a conflict. */
    public Answer retire(Caller caller, String cameraId) {
        return switch (gate.admit(Action.RETIRE_CAMERA, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) -> retire(caller, policy, cameraId);
        };
    }

    private Answer retire(Caller caller, EffectivePolicy policy, String cameraId) {
        var found = cameras.find(cameraId);
        if (found.isEmpty()) {
            return new Answer.NotFound();
        }
        if (found.get().retiredAt() != null) {
            return new Answer.Conflict();
        }
        var retired = found.get().retired(clock.instant());
        return answer(retired, cameras.replace(retired, entry(EntryType.CAMERA_RETIRED, policy, caller, retired)));
    }

    public Answer view(Caller caller) {
        return switch (gate.admit(Action.VIEW_CAMERAS, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) -> {
                var all = cameras.all();
                var committed = Map.of(Field.RESULT_COUNT, String.valueOf(all.size()));
                var entry = gate.entry(EntryType.CAMERAS_VIEWED, Outcome.DONE, policy, caller, committed);
                yield new Answer.Registry(all, ledger.append(entry));
            }
        };
    }

    private static Answer answer(Camera camera, Commit commit) {
        return switch (commit) {
            case Commit.Done(var accepted) -> new Answer.Changed(camera, accepted);
            case Commit.Conflict() -> new Answer.Conflict();
        };
    }

    private Entry entry(EntryType type, EffectivePolicy policy, Caller caller, Camera camera) {
        var committed = Map.of(
                Field.CAMERAS, camera.cameraId(),
                Field.SUBJECT, camera.keys().getLast().kid(),
                Field.GRANT, camera.approval());
        return gate.entry(type, Outcome.DONE, policy, caller, committed);
    }
}
