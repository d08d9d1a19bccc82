package passby.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.AccessPolicies;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.PolicyUnavailable;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class AuthorizerTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller caller = TestData.officer("officer-lopez");
    private final EffectivePolicy policy = TestData.policy(NonHitRetention.DAYS_7);

    AuthorizerTest() {
        city.policyDocuments().put(policy);
    }

    private Result<String> view(Authorizer authorizer) {
        return authorizer.handle(
                Action.VIEW_HIT,
                EntryType.HIT_VIEWED,
                caller,
                request -> request.about(Field.SUBJECT, "hit-1")
                        .answer(request.policy().hash()));
    }

    private static String value(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void anAuthorizedRequestGoesOnUnderThePolicyInForceAndEndsWithOneEntry() {
        var result = view(TestAuthorizer.open(city, clock));

        assertThat(Results.value(result)).isEqualTo(policy.hash());
        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.accepted()).isEqualTo(result.accepted());
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
            assertThat(value(entry, Field.SUBJECT)).isEqualTo("hit-1");
        });
    }

    @Test
    void aDenialIsInTheLedgerBeforeItIsAnswered() {
        var result = view(TestAuthorizer.closed(city, clock));

        var entry = city.ledger().entries().getFirst();
        assertThat(result)
                .isEqualTo(new Result.Refused<>(new Refusal.Denied(List.of(TestAuthorizer.REFUSAL)), entry.accepted()));
        assertThat(entry.type()).isEqualTo(EntryType.ACCESS_REFUSED);
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.policyHash()).isEqualTo(policy.hash());
        assertThat(value(entry, Field.ACTION)).isEqualTo(Action.VIEW_HIT.code());
        assertThat(value(entry, Field.REASON)).isEqualTo(TestAuthorizer.REFUSAL);
    }

    @Test
    void withoutALedgerThereIsNotEvenADenial() {
        var authorizer = TestAuthorizer.authorizer(
                city,
                entry -> {
                    throw new IllegalStateException("no ledger");
                },
                clock,
                (action, who, now) -> new AccessPolicies.Decision.Denied(List.of("no")));

        assertThatThrownBy(() -> view(authorizer)).hasMessage("no ledger");
    }

    @Test
    void withoutAPolicyNothingIsAuthorized() {
        city.policyDocuments().setReadable(false);

        assertThatThrownBy(() -> view(TestAuthorizer.open(city, clock))).isInstanceOf(PolicyUnavailable.class);
    }

    @Test
    void thePoliciesDecideOnTheActionThePersonAndTheTime() {
        var authorizer = TestAuthorizer.authorizer(city, city.ledger(), clock, (action, who, now) -> {
            assertThat(action).isEqualTo(Action.VIEW_HIT);
            assertThat(who).isEqualTo(caller);
            assertThat(now).isEqualTo(NOW);
            return new AccessPolicies.Decision.Permitted();
        });

        assertThat(view(authorizer)).isInstanceOf(Result.Done.class);
    }

    /** A changed policy asks again, at the next request; a copy of it is used for 30 seconds at most. */
    @Test
    void whoAcknowledgedAnotherTextIsJudgedAsIfTheyHadNot() {
        var seen = new ArrayList<Boolean>();
        var authorizer = TestAuthorizer.authorizer(city, city.ledger(), clock, (action, who, now) -> {
            seen.add(who.person().hasAcknowledged(now));
            return new AccessPolicies.Decision.Permitted();
        });
        var acknowledged = TestData.caller(TestData.person("officer-lopez", Role.OPERATOR)
                .acknowledged(NOW.plus(Duration.ofDays(365)), policy.hash()));
        Runnable ask = () -> authorizer.handle(
                Action.VIEW_HIT, EntryType.HIT_VIEWED, acknowledged, request -> request.answer("seen"));

        ask.run();
        city.policyDocuments().put(TestData.policy(2, NonHitRetention.DAYS_3));
        clock.advance(Duration.ofSeconds(31));
        ask.run();

        assertThat(seen).containsExactly(true, false);
    }

    @Test
    void aRefusalIsEnteredUnderTheTypeOfTheRequestWithItsReason() {
        var result = TestAuthorizer.open(city, clock)
                .<String>handle(
                        Action.VIEW_HIT,
                        EntryType.HIT_VIEWED,
                        caller,
                        request -> request.about(Map.of(Field.SUBJECT, "hit-2", Field.REASON, "another reason"))
                                .notFound());

        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.accepted()).isEqualTo(result.accepted());
            assertThat(entry.type()).isEqualTo(EntryType.HIT_VIEWED);
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(value(entry, Field.REASON)).isEqualTo("not-found");
        });
    }

    @Test
    void anEntryNamesWhoAskedWhateverElseItCommitsTo() {
        TestAuthorizer.open(city, clock)
                .handle(
                        Action.VIEW_HIT,
                        EntryType.HIT_VIEWED,
                        caller,
                        request -> request.about(Map.of(Field.ACTOR, "another person", Field.PLATE, "7TST123"))
                                .answer(""));

        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(value(entry, Field.ACTOR)).isEqualTo("officer-lopez");
            assertThat(entry.openings())
                    .containsOnlyKeys(Field.ACTOR, Field.AGENCY, Field.ORI, Field.DEVICE, Field.TIME, Field.PLATE);
        });
    }
}
