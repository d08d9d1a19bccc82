package passby.core.hit;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import passby.core.recognition.Jpeg;
import passby.core.recognition.PictureKind;
import passby.core.recognition.Pictures;
import passby.core.retention.RetentionClass;

/** What officers do with hits: list the open ones, look at one, have its picture streamed, match or reject it. */
public final class WorkHits {
    /** What came of a request about hits. */
    public sealed interface Answer {
        record Listed(List<Hit> hits, Accepted accepted) implements Answer {
            public Listed {
                hits = List.copyOf(hits);
            }
        }

        record Shown(Hit hit, Accepted accepted) implements Answer {}

        /** @param reader who must stand in the picture's mark, beside the entry's id */
        record Picture(Jpeg jpeg, String reader, Accepted accepted) implements Answer {}

        record Invalid(List<Problem> problems) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** No such hit, or its retention is over. */
        record NotFound() implements Answer {}

        /** The picture was never streamed to this officer: who has not looked cannot say what is on it. */
        record PictureNotSeen() implements Answer {}

        /** The hit was matched or rejected already, or another officer took a step at the same moment. */
        record Conflict(HitState state) implements Answer {}

        record Denied(Gate.Admission.Denied denied) implements Answer {}
    }

    private static final int MAX_ATTEMPTS = 5;

    private final Gate gate;
    private final Hits hits;
    private final Pictures pictures;
    private final Ledger ledger;
    private final Clock clock;

    public WorkHits(Gate gate, Hits hits, Pictures pictures, Ledger ledger, Clock clock) {
        this.gate = gate;
        this.hits = hits;
        this.pictures = pictures;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Answer list(Caller caller) {
        return switch (gate.admit(Action.LIST_HITS, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) -> {
                var open =
                        hits.open().stream().filter(hit -> isAlive(hit, policy)).toList();
                var committed = Map.of(Field.RESULT_COUNT, String.valueOf(open.size()));
                var entry = gate.entry(EntryType.HITS_LISTED, Outcome.DONE, policy, caller, committed);
                yield new Answer.Listed(open, ledger.append(entry));
            }
        };
    }

    public Answer view(Caller caller, HitId hitId) {
        return switch (gate.admit(Action.VIEW_HIT, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) -> {
                var hit = find(hitId, policy);
                yield hit.isEmpty()
                        ? new Answer.NotFound()
                        : new Answer.Shown(
                                hit.get(), ledger.append(entry(EntryType.HIT_VIEWED, policy, caller, hit.get())));
            }
        };
    }

    /** Streams a picture. The first time to this officer while the hit is open, that is the step VIEWED. */
    public Answer picture(Caller caller, HitId hitId, PictureKind kind) {
        return switch (gate.admit(Action.STREAM_HIT_PICTURE, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) -> {
                var hit = find(hitId, policy);
                var jpeg = hit.flatMap(found ->
                        pictures.find(kind.of(found.sighting().pictures()).key()));
                yield hit.isEmpty() || jpeg.isEmpty()
                        ? new Answer.NotFound()
                        : stream(caller, policy, hit.get(), jpeg.get());
            }
        };
    }

    /** Two officers may open a hit in the same moment: the slower one's step simply comes second. */
    private Answer stream(Caller caller, EffectivePolicy policy, Hit first, Jpeg jpeg) {
        var reader = caller.person().personId();
        var hit = first;
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var entry = entry(EntryType.HIT_PICTURE_STREAMED, policy, caller, hit);
            if (!hit.state().isOpen() || hit.wasStreamedTo(reader)) {
                return new Answer.Picture(jpeg, reader, ledger.append(entry));
            }
            if (hits.step(hit, new HitStep.Viewed(reader, clock.instant()), entry)
                    instanceof Commit.Done(var accepted)) {
                return new Answer.Picture(jpeg, reader, accepted);
            }
            hit = hits.find(hit.hitId()).orElse(hit);
        }
        return new Answer.Conflict(hit.state());
    }

    /** The body is {@code {"step":"image-matched"}} or {@code {"step":"rejected","reason":…}}. */
    public Answer step(Caller caller, HitId hitId, Form body) {
        return switch (gate.admit(Action.STEP_HIT, caller)) {
            case Gate.Admission.Denied denied -> new Answer.Denied(denied);
            case Gate.Admission.Admitted(var policy) ->
                switch (StepForm.read(body, caller.person().personId(), clock.instant())) {
                    case Checked.Invalid<HitStep>(var problems) -> new Answer.Invalid(problems);
                    case Checked.Valid<HitStep>(var step) ->
                        find(hitId, policy)
                                .map(hit -> step(caller, policy, hit, step))
                                .orElseGet(Answer.NotFound::new);
                };
        };
    }

    private Answer step(Caller caller, EffectivePolicy policy, Hit hit, HitStep step) {
        if (!hit.state().isOpen()) {
            return new Answer.Conflict(hit.state());
        }
        if (!hit.wasStreamedTo(step.by())) {
            return new Answer.PictureNotSeen();
        }
        var committed = about(hit);
        committed.put(Field.ACTION, step.state().word());
        if (step instanceof HitStep.Rejected rejected) {
            committed.put(Field.REASON, rejected.reason().word());
        }
        var entry = gate.entry(EntryType.HIT_STEP, Outcome.DONE, policy, caller, committed);
        return switch (hits.step(hit, step, entry)) {
            case Commit.Done(var accepted) ->
                find(hit.hitId(), policy)
                        .<Answer>map(stepped -> new Answer.Shown(stepped, accepted))
                        .orElseGet(Answer.NotFound::new);
            case Commit.Conflict() -> conflict(hit.hitId());
        };
    }

    private Answer conflict(HitId hitId) {
        return new Answer.Conflict(hits.find(hitId).map(Hit::state).orElse(HitState.ALERTED));
    }

    private Optional<Hit> find(HitId hitId, EffectivePolicy policy) {
        return hits.find(hitId).filter(hit -> isAlive(hit, policy));
    }

    private boolean isAlive(Hit hit, EffectivePolicy policy) {
        return hit.mayBeAnswered(clock.instant(), policy.retention(RetentionClass.HIT));
    }

    private Entry entry(EntryType type, EffectivePolicy policy, Caller caller, Hit hit) {
        return gate.entry(type, Outcome.DONE, policy, caller, about(hit));
    }

    private static Map<Field, String> about(Hit hit) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.SUBJECT, hit.hitId().value());
        committed.put(Field.PLATE, hit.sighting().plate().raw());
        committed.put(Field.CASE_NUMBER, hit.strongest().entry().caseNumber());
        return committed;
    }
}
