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
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;
import passby.core.picture.Pictures;
import passby.core.policy.Action;
import passby.core.policy.Authorizer;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.RetentionClass;

/**
 * What officers do with hits: list the open ones, look at one, have its picture streamed, match or reject it. Ids come as
 * they were sent: what cannot be one is nobody's, and entered as that.
 */
public final class HandleHits {
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

        record Invalid(List<Problem> problems, Accepted accepted) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** No such hit or picture, or its retention is over. */
        record NotFound(Accepted accepted) implements Answer {}

        /** The picture was never streamed to this officer: who has not looked cannot say what is on it. */
        record PictureNotSeen(Accepted accepted) implements Answer {}

        /** The hit was matched or rejected already, or another officer took a step at the same moment. */
        record Conflict(HitState state, Accepted accepted) implements Answer {}

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    private static final String PICTURE_NOT_SEEN = "picture-not-seen";
    private static final int MAX_ATTEMPTS = 5;

    private final Authorizer authorizer;
    private final Hits hits;
    private final Pictures pictures;
    private final Ledger ledger;
    private final Clock clock;

    public HandleHits(Authorizer authorizer, Hits hits, Pictures pictures, Ledger ledger, Clock clock) {
        this.authorizer = authorizer;
        this.hits = hits;
        this.pictures = pictures;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Answer list(Caller caller) {
        return switch (authorizer.authorize(Action.LIST_HITS, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) -> {
                var open =
                        hits.open().stream().filter(hit -> isAlive(hit, policy)).toList();
                var committed = Map.of(Field.RESULT_COUNT, String.valueOf(open.size()));
                yield new Answer.Listed(open, ledger.append(done(EntryType.HITS_LISTED, policy, caller, committed)));
            }
        };
    }

    public Answer view(Caller caller, String hitId) {
        return switch (authorizer.authorize(Action.VIEW_HIT, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                find(hitId, policy)
                        .<Answer>map(hit -> new Answer.Shown(
                                hit, ledger.append(done(EntryType.HIT_VIEWED, policy, caller, about(hit)))))
                        .orElseGet(() -> notFound(EntryType.HIT_VIEWED, policy, caller, hitId));
        };
    }

    /** Streams a picture. The first time to this officer while the hit is open, that is the step VIEWED. */
    public Answer picture(Caller caller, String hitId, String kind) {
        return switch (authorizer.authorize(Action.STREAM_HIT_PICTURE, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) -> {
                var hit = find(hitId, policy);
                var jpeg = hit.filter(found -> mayBeShown(found, policy)).flatMap(found -> picture(found, kind));
                yield hit.isEmpty() || jpeg.isEmpty()
                        ? notFound(EntryType.HIT_PICTURE_STREAMED, policy, caller, hitId)
                        : stream(caller, policy, hit.get(), jpeg.get());
            }
        };
    }

    private boolean mayBeShown(Hit hit, EffectivePolicy policy) {
        return hit.mayBeAnswered(clock.instant(), policy.pictureRetention(RetentionClass.HIT));
    }

    private Optional<Jpeg> picture(Hit hit, String kind) {
        return PictureKind.parse(kind)
                .flatMap(parsed ->
                        pictures.find(parsed.of(hit.sighting().pictures()).key()));
    }

    /** Two officers may open a hit in the same moment: the slower one's step simply comes second. */
    private Answer stream(Caller caller, EffectivePolicy policy, Hit first, Jpeg jpeg) {
        var reader = caller.person().personId();
        var hit = first;
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var entry = done(EntryType.HIT_PICTURE_STREAMED, policy, caller, about(hit));
            if (!hit.state().awaitsVerdict() || hit.wasStreamedTo(reader)) {
                return new Answer.Picture(jpeg, reader, ledger.append(entry));
            }
            if (hits.step(hit, new HitStep.Viewed(reader, clock.instant()), entry)
                    instanceof Commit.Done(var accepted)) {
                return new Answer.Picture(jpeg, reader, accepted);
            }
            hit = hits.find(hit.hitId()).orElse(hit);
        }
        var refusal =
                authorizer.refuse(EntryType.HIT_PICTURE_STREAMED, policy, caller, Authorizer.CONFLICT, about(hit));
        return new Answer.Conflict(hit.state(), refusal);
    }

    /** The body is {@code {"step":"image-matched"}} or {@code {"step":"rejected","reason":…}}. */
    public Answer step(Caller caller, String hitId, Form body) {
        return switch (authorizer.authorize(Action.STEP_HIT, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                switch (StepForm.parse(body, caller.person().personId(), clock.instant())) {
                    case Checked.Invalid<HitStep>(var problems) -> invalid(policy, caller, hitId, problems);
                    case Checked.Valid<HitStep>(var step) ->
                        find(hitId, policy)
                                .map(hit -> step(caller, policy, hit, step))
                                .orElseGet(() -> notFound(EntryType.HIT_STEP, policy, caller, hitId));
                };
        };
    }

    private Answer step(Caller caller, EffectivePolicy policy, Hit hit, HitStep step) {
        var committed = about(hit);
        committed.put(Field.ACTION, step.code());
        if (!hit.state().awaitsVerdict()) {
            var refusal = authorizer.refuse(EntryType.HIT_STEP, policy, caller, Authorizer.CONFLICT, committed);
            return new Answer.Conflict(hit.state(), refusal);
        }
        if (!hit.wasStreamedTo(step.by())) {
            return new Answer.PictureNotSeen(
                    authorizer.refuse(EntryType.HIT_STEP, policy, caller, PICTURE_NOT_SEEN, committed));
        }
        if (step instanceof HitStep.Rejected rejected) {
            committed.put(Field.REASON, rejected.reason().code());
        }
        return switch (hits.step(hit, step, done(EntryType.HIT_STEP, policy, caller, committed))) {
            case Commit.Done(var accepted) ->
                find(hit.hitId().value(), policy)
                        .<Answer>map(stepped -> new Answer.Shown(stepped, accepted))
                        .orElseGet(() -> new Answer.NotFound(accepted));
            case Commit.Conflict() ->
                new Answer.Conflict(
                        hits.find(hit.hitId()).map(Hit::state).orElse(HitState.ALERTED),
                        authorizer.refuse(EntryType.HIT_STEP, policy, caller, Authorizer.CONFLICT, committed));
        };
    }

    private Answer invalid(EffectivePolicy policy, Caller caller, String hitId, List<Problem> problems) {
        var committed = Map.of(Field.SUBJECT, hitId);
        return new Answer.Invalid(
                problems, authorizer.refuse(EntryType.HIT_STEP, policy, caller, Problem.summary(problems), committed));
    }

    private Answer notFound(EntryType type, EffectivePolicy policy, Caller caller, String hitId) {
        var committed = Map.of(Field.SUBJECT, hitId);
        return new Answer.NotFound(authorizer.refuse(type, policy, caller, Authorizer.NOT_FOUND, committed));
    }

    private Optional<Hit> find(String hitId, EffectivePolicy policy) {
        return HitId.parse(hitId).flatMap(hits::find).filter(hit -> isAlive(hit, policy));
    }

    private boolean isAlive(Hit hit, EffectivePolicy policy) {
        return hit.mayBeAnswered(clock.instant(), policy.retention(RetentionClass.HIT));
    }

    private Entry done(EntryType type, EffectivePolicy policy, Caller caller, Map<Field, String> committed) {
        return authorizer.entry(type, Outcome.DONE, policy, caller, committed);
    }

    private static Map<Field, String> about(Hit hit) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.SUBJECT, hit.hitId().value());
        committed.put(Field.PLATE, hit.sighting().plate().raw());
        committed.put(Field.CASE_NUMBER, hit.strongest().entry().caseNumber());
        return committed;
    }
}
