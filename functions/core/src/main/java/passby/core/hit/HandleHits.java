package passby.core.hit;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.form.Form;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.picture.CropFile;
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;
import passby.core.picture.Pictures;
import passby.core.picture.StreamedPicture;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.RetentionClass;

/**
 * What officers do with hits: list the open ones, view one, have its picture streamed, match or reject it. Ids are not
 * validated here; an impossible id is treated, and recorded, as not found.
 */
public final class HandleHits {
    private static final String TAKEN =
            "The hit was matched or rejected already, or another officer took a step at the same moment.";
    private static final String RECORDED =
            "The record is not confirmed, so this contact is no step. It is recorded as contact-unconfirmed.";
    private static final int MAX_ATTEMPTS = 5;

    private final Authorizer authorizer;
    private final Hits hits;
    private final Pictures pictures;
    private final HitVerdicts verdicts;
    private final Clock clock;

    public HandleHits(Authorizer authorizer, Hits hits, Pictures pictures, HitVerdicts verdicts, Clock clock) {
        this.authorizer = authorizer;
        this.hits = hits;
        this.pictures = pictures;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    public Result<List<Hit>> list(Caller caller) {
        return authorizer.handle(
                Action.LIST_HITS, EntryType.HITS_LISTED, caller, request -> answer(request, hits.open()));
    }

    /** The next page of the list behind that hit, its last one. */
    public Result<List<Hit>> listOlder(Caller caller, String hitId) {
        return authorizer.handle(
                Action.LIST_OLDER_HITS,
                EntryType.HITS_LISTED,
                caller,
                request -> find(hitId, request.policy())
                        .map(hit -> answer(request, hits.openBefore(hit)))
                        .orElseGet(() -> notFound(request, hitId)));
    }

    private Result<List<Hit>> answer(AuthorizedRequest request, List<Hit> open) {
        var alive = open.stream().filter(hit -> isAlive(hit, request.policy())).toList();
        return request.about(Field.RESULT_COUNT, String.valueOf(alive.size())).answer(alive);
    }

    public Result<Hit> view(Caller caller, String hitId) {
        return authorizer.handle(
                Action.VIEW_HIT,
                EntryType.HIT_VIEWED,
                caller,
                request -> find(hitId, request.policy())
                        .map(hit -> request.about(about(hit)).answer(hit))
                        .orElseGet(() -> notFound(request, hitId)));
    }

    /** Streams a picture. The first time to this officer while the hit is open, that is the step VIEWED. */
    public Result<StreamedPicture> picture(Caller caller, String hitId, String kind) {
        return authorizer.handle(Action.STREAM_HIT_PICTURE, EntryType.HIT_PICTURE_STREAMED, caller, request -> {
            var hit = find(hitId, request.policy());
            var jpeg = hit.filter(found -> mayBeShown(found, request.policy())).flatMap(found -> picture(found, kind));
            return hit.isEmpty() || jpeg.isEmpty() ? notFound(request, hitId) : stream(request, hit.get(), jpeg.get());
        });
    }

    private boolean mayBeShown(Hit hit, EffectivePolicy policy) {
        return hit.mayBeAnswered(clock.instant(), policy.pictureRetention(RetentionClass.HIT));
    }

    private Optional<Jpeg> picture(Hit hit, String kind) {
        return Optional.ofNullable(hit.sighting().pictures())
                .flatMap(crops -> PictureKind.parse(kind).flatMap(parsed -> CropFile.find(pictures, parsed.of(crops))));
    }

    /** Two officers may open a hit in the same moment: the slower one's step simply comes second. */
    private Result<StreamedPicture> stream(AuthorizedRequest request, Hit first, Jpeg jpeg) {
        var picture = new StreamedPicture(jpeg, request.caller().person().personId());
        var hit = first;
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var about = request.about(about(hit));
            if (!hit.state().awaitsVerdict() || hit.wasStreamedTo(picture.reader())) {
                return about.answer(picture);
            }
            if (hits.step(hit, new HitStep.Viewed(picture.reader(), clock.instant()), about.entry())
                    instanceof Commit.Done(var accepted)) {
                return new Result.Done<>(picture, accepted);
            }
            hit = hits.find(hit.hitId()).orElse(hit);
        }
        return request.about(about(hit)).refuse(conflict(TAKEN, hit.state()));
    }

    /**
     * Takes a step: {@code {"step":"image-matched"}} and so on, each with what it asks for ({@link StepForm}). A contact
     * before the confirmation is refused, and recorded with its reason.
     */
    public Result<Hit> step(Caller caller, String hitId, Form body) {
        return authorizer.handle(Action.STEP_HIT, EntryType.HIT_STEP, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, hitId);
            return request.check(
                    StepForm.parse(body, caller.person().personId(), clock.instant()),
                    step -> find(hitId, request.policy())
                            .map(hit -> step(request.about(about(hit)).about(Field.ACTION, step.code()), hit, step))
                            .orElseGet(request::notFound));
        });
    }

    private Result<Hit> step(AuthorizedRequest request, Hit hit, HitStep step) {
        return switch (HitCourse.rule(hit, step)) {
            case HitCourse.Ruling.Taken(var taken) -> take(request, hit, taken);
            case HitCourse.Ruling.RecordedOnly(var contact) -> record(request, hit, contact);
            case HitCourse.Ruling.Refused(var obstacle) ->
                request.refuse(
                        obstacle == HitCourse.Obstacle.PICTURE_NOT_SEEN
                                ? new Refusal.Unmet(Requirement.PICTURE_SEEN)
                                : conflict(obstacle.detail(), hit.state()));
        };
    }

    private Result<Hit> take(AuthorizedRequest request, Hit hit, HitStep step) {
        return switch (commit(request.about(details(step)), hit, step)) {
            case Commit.Done(var accepted) -> {
                count(hit, step);
                yield hits.find(hit.hitId())
                        .<Result<Hit>>map(stepped -> new Result.Done<>(stepped, accepted))
                        .orElseGet(() -> new Result.Refused<>(new Refusal.NotFound(), accepted));
            }
            case Commit.Conflict() -> request.refuse(overtaken(hit));
        };
    }

    private void count(Hit hit, HitStep step) {
        try {
            verdicts.add(hit, step);
        } catch (RuntimeException e) {
            // The step is recorded, and the officer waits.
        }
    }

    /** A rejected hit falls to the non-hit clock at once, in flush mode too. */
    private Commit commit(AuthorizedRequest request, Hit hit, HitStep step) {
        if (step instanceof HitStep.Rejected rejected) {
            var date = hit.rejectedExpiry(request.policy().retention(RetentionClass.NON_HIT), rejected.at());
            return hits.reject(hit, rejected, date, request.entry());
        }
        return hits.step(hit, step, request.entry());
    }

    /** What happened is stored with the entry of type {@code contact-unconfirmed}; the step itself is refused. */
    private Result<Hit> record(AuthorizedRequest request, Hit hit, HitStep.ContactUnconfirmed contact) {
        var entry = request.as(EntryType.CONTACT_UNCONFIRMED, request.policy())
                .about(Field.ACTION, contact.code())
                .about(Field.REASON, contact.reason())
                .entry();
        return switch (hits.step(hit, contact, entry)) {
            case Commit.Done(var accepted) -> new Result.Refused<>(conflict(RECORDED, hit.state()), accepted);
            case Commit.Conflict() -> request.refuse(overtaken(hit));
        };
    }

    private Refusal overtaken(Hit hit) {
        return conflict(TAKEN, hits.find(hit.hitId()).map(Hit::state).orElse(HitState.ALERTED));
    }

    private static Refusal conflict(String detail, HitState state) {
        return new Refusal.Conflict(detail, state.code());
    }

    private static Map<Field, String> details(HitStep step) {
        return switch (step) {
            case HitStep.Rejected rejected ->
                Map.of(Field.REASON, rejected.reason().code());
            case HitStep.ConfirmationRequested asked ->
                Map.of(
                        Field.REASON,
                        asked.source().code() + ", " + asked.urgency().code());
            case HitStep.Confirmed confirmed -> Map.of(Field.NARRATIVE, confirmed.confirmedBy());
            case HitStep.Disposed disposed ->
                Map.of(
                        Field.REASON,
                        disposed.dispositions().stream()
                                .map(Disposition::code)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            case HitStep.Viewed _,
                    HitStep.ImageMatched _,
                    HitStep.NotConfirmed _,
                    HitStep.Contacted _,
                    HitStep.ContactUnconfirmed _,
                    HitStep.Escalated _ -> Map.of();
        };
    }

    private static <T> Result<T> notFound(AuthorizedRequest request, String hitId) {
        return request.about(Field.SUBJECT, hitId).notFound();
    }

    private Optional<Hit> find(String hitId, EffectivePolicy policy) {
        return HitId.parse(hitId).flatMap(hits::find).filter(hit -> isAlive(hit, policy));
    }

    private boolean isAlive(Hit hit, EffectivePolicy policy) {
        return hit.mayBeAnswered(clock.instant(), policy.retention(RetentionClass.HIT));
    }

    private static Map<Field, String> about(Hit hit) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.SUBJECT, hit.hitId().value());
        committed.put(Field.PLATE, hit.sighting().plate().raw());
        committed.put(Field.CASE_NUMBER, hit.strongest().entry().caseNumber().value());
        return committed;
    }
}
