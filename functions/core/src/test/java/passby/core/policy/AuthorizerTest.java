package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
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

    @Test
    void whoeverIsPermittedGoesOnUnderThePolicyInForce() {
        var admission = TestAuthorizer.open(city, clock).authorize(Action.SEARCH_PLATE, caller);

        assertThat(admission).isEqualTo(new Authorizer.Authorization.Authorized(policy));
        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void aRefusalIsInTheLedgerBeforeItIsSpoken() {
        var admission = TestAuthorizer.closed(city, clock).authorize(Action.SEARCH_PLATE, caller);

        var entry = city.ledger().entries().getFirst();
        assertThat(admission)
                .isEqualTo(new Authorizer.Authorization.Denied(List.of(TestAuthorizer.REFUSAL), entry.accepted()));
        assertThat(entry.type()).isEqualTo(EntryType.ACCESS_REFUSED);
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.policyHash()).isEqualTo(policy.hash());
        assertThat(entry.openings().get(Field.ACTION))
                .isNotNull()
                .extracting(Opening::value)
                .isEqualTo("SearchPlate");
        assertThat(entry.openings().get(Field.REASON))
                .isNotNull()
                .extracting(Opening::value)
                .isEqualTo(TestAuthorizer.REFUSAL);
    }

    @Test
    void withoutALedgerNotEvenARefusalIsSpoken() {
        var authorizer = TestAuthorizer.authorizer(
                city,
                entry -> {
                    throw new IllegalStateException("no ledger");
                },
                clock,
                (action, who, now) -> new AccessPolicies.Decision.Denied(List.of("no")));

        assertThatThrownBy(() -> authorizer.authorize(Action.SEARCH_PLATE, caller))
                .hasMessage("no ledger");
    }

    @Test
    void withoutAPolicyNobodyPasses() {
        city.policyDocuments().setReadable(false);

        assertThatThrownBy(() -> TestAuthorizer.open(city, clock).authorize(Action.SEARCH_PLATE, caller))
                .isInstanceOf(PolicyUnavailable.class);
    }

    @Test
    void thePoliciesDecideOnTheActionThePersonAndTheTime() {
        var authorizer = TestAuthorizer.authorizer(city, city.ledger(), clock, (action, who, now) -> {
            assertThat(action).isEqualTo(Action.VIEW_HIT);
            assertThat(who).isEqualTo(caller);
            assertThat(now).isEqualTo(NOW);
            return new AccessPolicies.Decision.Permitted();
        });

        assertThat(authorizer.authorize(Action.VIEW_HIT, caller))
                .isInstanceOf(Authorizer.Authorization.Authorized.class);
    }

    @Test
    void whatIsRefusedBehindTheDoorIsEnteredAsTheDeedThatItWasToBe() {
        var committed = Map.of(Field.SUBJECT, "nobody's", Field.REASON, "reason of the deed");

        var accepted = TestAuthorizer.open(city, clock)
                .refuse(EntryType.HIT_VIEWED, policy, caller, Authorizer.NOT_FOUND, committed);

        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.accepted()).isEqualTo(accepted);
            assertThat(entry.type()).isEqualTo(EntryType.HIT_VIEWED);
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(entry.openings().get(Field.REASON))
                    .isNotNull()
                    .extracting(Opening::value)
                    .isEqualTo("not-found");
        });
    }

    @Test
    void anEntryNamesWhoItWasWhateverElseItCommitsTo() {
        var entry = TestAuthorizer.open(city, clock)
                .entry(
                        EntryType.SEARCH,
                        Outcome.DONE,
                        policy,
                        caller,
                        Map.of(Field.ACTOR, "somebody else", Field.PLATE, "7TST123"));

        assertThat(entry.openings().get(Field.ACTOR))
                .isNotNull()
                .extracting(Opening::value)
                .isEqualTo("officer-lopez");
        assertThat(entry.openings())
                .containsOnlyKeys(Field.ACTOR, Field.AGENCY, Field.ORI, Field.DEVICE, Field.TIME, Field.PLATE);
    }
}
