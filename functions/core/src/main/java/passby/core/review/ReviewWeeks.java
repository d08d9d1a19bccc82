package passby.core.review;

import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import passby.core.disclosure.ReviewDraw;
import passby.core.disclosure.Week;
import passby.core.form.Form;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.review.WeeklyReview.Commitment;
import passby.core.review.WeeklyReview.Draw;
import passby.core.review.WeeklyReview.State;
import passby.core.review.WeeklyReview.Step;

/**
 * The steps of a weekly review: an auditor draws the sample, reads it and reports; somebody else, in another role, approves the
 * report. Where no public beacon is to be trusted, the auditor commits to a number before the week is over and draws by it.
 */
public final class ReviewWeeks {
    private static final String STEPPED = "Somebody else stepped this review at the same moment. Try again.";
    private static final String OVER = "The week is over: a number is committed to before its end.";
    private static final String COMMITTED = "A number is committed to for this week already.";
    private static final String NOT_OVER = "The week is not over.";
    private static final String DRAWN = "The sample of this week is drawn already.";
    private static final String NOT_DRAWN = "The sample of this week is not drawn, or its report is there already.";
    private static final String NOT_REPORTED =
            "The sample of this week has no report, or the report is approved already.";

    private final Authorizer authorizer;
    private final Reviews reviews;
    private final DrawSample drawSample;
    private final Clock clock;

    public ReviewWeeks(Authorizer authorizer, Reviews reviews, DrawSample drawSample, Clock clock) {
        this.authorizer = authorizer;
        this.reviews = reviews;
        this.drawSample = drawSample;
        this.clock = clock;
    }

    /** Commits the auditor to a number that nobody knows; it is told with the draw. */
    public Result<WeeklyReview> commit(Caller caller, String week, Form body) {
        return of(Action.COMMIT_REVIEW_NUMBER, EntryType.REVIEW_NUMBER_COMMITTED, caller, week, (request, review) -> {
            if (!clock.instant().isBefore(review.week().end())) {
                return request.refuse(new Refusal.Conflict(OVER));
            }
            if (review.commitment() != null) {
                return request.refuse(new Refusal.Conflict(COMMITTED));
            }
            return request.check(
                    DrawForm.commitment(body),
                    hash -> step(
                            request.about(Field.QUERY, hash),
                            entryId -> review.with(
                                    new Commitment(hash, caller.person().personId(), entryId))));
        });
    }

    /** Draws the sample, once. */
    public Result<WeeklyReview> draw(Caller caller, String week, Form body) {
        return of(Action.DRAW_REVIEW, EntryType.REVIEW_DRAWN, caller, week, (request, review) -> {
            if (clock.instant().isBefore(review.week().end())) {
                return request.refuse(new Refusal.Conflict(NOT_OVER));
            }
            if (review.state() != State.OPEN) {
                return request.refuse(new Refusal.Conflict(DRAWN));
            }
            return request.check(
                    DrawForm.parse(body, review.week(), review.commitment() != null),
                    form -> draw(request, review, form));
        });
    }

    private Result<WeeklyReview> draw(AuthorizedRequest request, WeeklyReview review, DrawForm form) {
        return switch (drawSample.of(review, form)) {
            case DrawSample.Outcome.Impossible(var why) -> request.refuse(new Refusal.Conflict(why));
            case DrawSample.Outcome.Drawn(var draw) ->
                step(
                        request.about(
                                Field.RESULT_COUNT,
                                Integer.toString(draw.samples().size())),
                        entryId -> review.with(
                                new Draw(draw.json(), request.caller().person().personId(), entryId)));
        };
    }

    /** Says what was found in the sample. */
    public Result<WeeklyReview> report(Caller caller, String week, Form body) {
        return of(Action.REPORT_REVIEW, EntryType.REVIEW_REPORTED, caller, week, (request, review) -> {
            var draw = review.draw();
            if (draw == null || review.state() != State.DRAWN) {
                return request.refuse(new Refusal.Conflict(NOT_DRAWN));
            }
            var samples = ReviewDraw.parse(draw.document()).samples().size();
            return request.check(
                    ReportForm.parse(body, samples),
                    form -> step(
                            request.about(Field.NARRATIVE, form.narrative())
                                    .about(Field.RESULT_COUNT, Integer.toString(form.questioned())),
                            entryId -> review.reported(step(request, form.questioned(), entryId))));
        });
    }

    /** Approves the report: by another person than drew or reported, with a fresh second factor. */
    public Result<WeeklyReview> approve(Caller caller, String week) {
        return of(Action.APPROVE_REVIEW, EntryType.REVIEW_APPROVED, caller, week, (request, review) -> {
            var draw = review.draw();
            var report = review.report();
            if (draw == null || report == null || review.state() != State.REPORTED) {
                return request.refuse(new Refusal.Conflict(NOT_REPORTED));
            }
            var self = caller.person().personId();
            if (self.equals(report.personId()) || self.equals(draw.personId())) {
                return request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
            }
            if (!caller.hasFreshSecondFactor(clock.instant())) {
                return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
            }
            return step(request, entryId -> review.approved(step(request, report.questioned(), entryId)));
        });
    }

    private Step step(AuthorizedRequest request, int questioned, String entryId) {
        return new Step(request.caller().person().personId(), questioned, clock.instant(), entryId);
    }

    private Result<WeeklyReview> of(
            Action action,
            EntryType type,
            Caller caller,
            String code,
            BiFunction<AuthorizedRequest, WeeklyReview, Result<WeeklyReview>> use) {
        return authorizer.handle(action, type, caller, asked -> {
            var request = asked.about(Field.SUBJECT, code.substring(0, Math.min(code.length(), 20)));
            return Week.parse(code)
                    .filter(week -> !week.start().isAfter(clock.instant()))
                    .map(week -> use.apply(request, reviews.find(week).orElseGet(() -> WeeklyReview.of(week))))
                    .orElseGet(request::notFound);
        });
    }

    private Result<WeeklyReview> step(AuthorizedRequest request, Function<String, WeeklyReview> stepped) {
        var entry = request.entry();
        var next = stepped.apply(entry.entryId());
        return switch (reviews.put(next, entry)) {
            case Commit.Done(var accepted) -> new Result.Done<>(next, accepted);
            case Commit.Conflict() -> request.refuse(new Refusal.Conflict(STEPPED));
        };
    }
}
