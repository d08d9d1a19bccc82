package passby.core.conduct;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.core.form.Form;
import passby.core.id.Digests;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;

/**
 * Shows what is asked about people's conduct and files what was found. Auditors and civilian reviewers see all but what is asked about
 * themselves; the Program Manager sees only that an account may be shared, because that is repaired by them. (product.md, E7, E10)
 */
public final class ReviewConduct {
    private static final String CLOSED = "This review is closed already.";
    private static final String AT_THE_SAME_MOMENT = "This review was changed at the same moment. Read it again.";

    private final Authorizer authorizer;
    private final ConductReviews reviews;
    private final Clock clock;

    public ReviewConduct(Authorizer authorizer, ConductReviews reviews, Clock clock) {
        this.authorizer = authorizer;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** The newest first. */
    public Result<List<ConductReview>> list(Caller caller) {
        return authorizer.handle(Action.LIST_CONDUCT_REVIEWS, EntryType.CONDUCT_REVIEWS_VIEWED, caller, request -> {
            var visible = visibleTo(caller);
            return request.about(Field.RESULT_COUNT, String.valueOf(visible.size()))
                    .answer(visible);
        });
    }

    private List<ConductReview> visibleTo(Caller caller) {
        var now = clock.instant();
        return reviews.all().stream()
                .filter(review -> now.isBefore(review.expiresAt()))
                .filter(review -> isVisible(review, caller))
                .toList();
    }

    private static boolean isVisible(ConductReview review, Caller caller) {
        return !review.personId().equals(caller.person().personId())
                && (caller.person().roles().contains(Role.AUDITOR)
                        || review.signals().stream().allMatch(signal -> signal.kind() == Signal.Kind.SHARED_ACCOUNT));
    }

    /** Whoever is looked at hears what everybody hears of a review that is not there. */
    public Result<ConductReview> close(Caller caller, String reviewId, Form body) {
        return authorizer.handle(Action.FILE_FINDING, EntryType.CONDUCT_REVIEW_CLOSED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, reviewId);
            var now = clock.instant();
            return reviews.find(reviewId)
                    .filter(review -> now.isBefore(review.expiresAt()) && isVisible(review, caller))
                    .map(review -> request.check(
                            ConductForms.finding(body, caller.person().personId(), now),
                            finding -> close(request, review, finding)))
                    .orElseGet(request::notFound);
        });
    }

    /** The entry commits to the narrative by its hash: whoever reads the ledger may be the person that it is about. */
    private Result<ConductReview> close(
            AuthorizedRequest request, ConductReview review, ConductReview.Finding finding) {
        if (!review.isOpen()) {
            return request.refuse(new Refusal.Conflict(CLOSED));
        }
        if (!request.caller().hasFreshSecondFactor(clock.instant())) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        var closed = review.closed(finding);
        return request.about(
                        Map.of(Field.ACTION, finding.of().code(), Field.QUERY, Digests.sha256Hex(finding.narrative())))
                .change(closed, entry -> reviews.put(closed, entry), AT_THE_SAME_MOMENT);
    }
}
