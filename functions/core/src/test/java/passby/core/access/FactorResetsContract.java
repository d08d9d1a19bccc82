package passby.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.request.Decision;
import passby.core.request.StoredRequests;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link StoredRequests} does. */
public abstract class FactorResetsContract {
    private final Unique unique = new Unique();

    protected abstract StoredRequests<FactorReset> resets();

    private FactorReset added(Instant at) {
        var reset = AFactorReset.pending(unique.ulid(at), "officer-lopez", "manager-osei", at);
        assertThat(resets().add(reset, TestData.entry(EntryType.FACTOR_RESET_REQUESTED)))
                .isInstanceOf(Commit.Done.class);
        return reset;
    }

    private static FactorReset approved(FactorReset reset) {
        return reset.decided(new Decision("chief-ito", Role.CHIEF, NOW, "entry-2"), FactorReset.State.APPROVED);
    }

    private Commit revise(FactorReset reset) {
        return resets().revise(reset, TestData.entry(EntryType.FACTOR_RESET_DECIDED));
    }

    @Test
    void aRequestIsFoundAsItWasAddedAndAsItWasDecided() {
        var reset = added(NOW);

        assertThat(resets().find(reset.requestId())).contains(reset);
        assertThat(revise(approved(reset))).isInstanceOf(Commit.Done.class);
        assertThat(resets().find(reset.requestId())).contains(approved(reset));
    }

    @Test
    void ofTwoWhoDecideAtOnceOnlyTheFirstIsHeard() {
        var reset = added(NOW);

        assertThat(revise(approved(reset))).isInstanceOf(Commit.Done.class);
        assertThat(revise(approved(reset))).isInstanceOf(Commit.Conflict.class);
    }

    @Test
    void theRequestsOfADayAreThoseOfThatDay() {
        var day = Instant.parse("2036-09-01T00:00:00Z");
        var before = added(day.minusMillis(1));
        var first = added(day);

        assertThat(resets().askedOn(day.plusSeconds(60))).containsExactly(first);
        assertThat(resets().askedOn(day.minusSeconds(60))).contains(before);
        assertThat(resets().find("")).isEmpty();
    }
}
