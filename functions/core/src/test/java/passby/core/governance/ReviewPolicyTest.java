package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.APolicyRequest.LONGER;
import static passby.core.testing.TestData.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.APolicyRequest;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

final class ReviewPolicyTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller auditor = TestData.caller(TestData.person("auditor-quist", Role.AUDITOR));
    private final PolicyRequest request = APolicyRequest.pending(new Unique().ulid(NOW), LONGER);

    ReviewPolicyTest() {
        city.policyDocuments().put(TestData.policy(1, NonHitRetention.DAYS_7));
    }

    private ReviewPolicy review(Authorizer authorizer) {
        return new ReviewPolicy(authorizer, city.policyDocuments(), city.policyRequests(), clock);
    }

    private ReviewPolicy review() {
        return review(TestAuthorizer.open(city, clock));
    }

    @Test
    void whoJustChangedThePolicySeesTheChange() {
        var review = review();
        review.view(auditor);
        city.policyDocuments().put(TestData.policy(2, NonHitRetention.FLUSH));

        var answer = review.view(auditor);

        var entry = city.ledger().entries(EntryType.POLICY_VIEWED).getLast();
        assertThat(answer)
                .isEqualTo(new Result.Done<>(
                        new ReviewPolicy.PolicyView(TestData.policy(2, NonHitRetention.FLUSH), null),
                        entry.accepted()));
    }

    @Test
    void whatIsPendingIsShownUntilItIsOver() {
        city.policyRequests().put(request);
        assertThat(review().view(auditor))
                .extracting(Results::value)
                .satisfies(viewed -> assertThat(viewed.pending()).isEqualTo(request));
        clock.set(request.expiresAt());

        assertThat(review().view(auditor))
                .extracting(Results::value)
                .satisfies(viewed -> assertThat(viewed.pending()).isNull());
    }

    @Test
    void everyRequestIsListedWithAnEntry() {
        city.policyRequests().put(request);

        var answer = review().list(auditor);

        var entry = city.ledger().entries(EntryType.POLICY_REQUESTS_LISTED).getFirst();
        assertThat(answer).isEqualTo(new Result.Done<>(List.of(request), entry.accepted()));
    }

    @Test
    void whoeverIsRefusedSeesNothing() {
        var closed = review(TestAuthorizer.closed(city, clock));

        assertThat(closed.view(auditor)).extracting(Results::refusal).isInstanceOf(Refusal.Denied.class);
        assertThat(closed.list(auditor)).extracting(Results::refusal).isInstanceOf(Refusal.Denied.class);
    }
}
