package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.ledger.InMemoryLedger;
import passby.core.retention.NonHitRetention;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class CachedPolicyTest {
    private final EffectivePolicy loose = TestData.policy(1, NonHitRetention.DAYS_30);
    private final EffectivePolicy tight = TestData.policy(2, NonHitRetention.FLUSH);
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryPolicyDocuments documents = new InMemoryPolicyDocuments(new InMemoryLedger());
    private final CachedPolicy policy = new CachedPolicy(documents, clock);

    CachedPolicyTest() {
        documents.put(loose);
    }

    @Test
    void aTighteningCountsEverywhereWithinThirtySeconds() {
        policy.current();
        documents.put(tight);

        clock.advance(CachedPolicy.MAX_AGE);

        assertThat(policy.current()).isEqualTo(tight);
    }

    @Test
    void aYoungCopyIsNotReadAgain() {
        policy.current();
        documents.put(tight);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(policy.current()).isEqualTo(loose);

        clock.advance(Duration.ofMillis(1));

        assertThat(policy.current()).isEqualTo(tight);
    }

    @Test
    void aCopyServesThirtySecondsWhileTheStoreCannotBeRead() {
        policy.current();
        documents.setReadable(false);
        clock.advance(CachedPolicy.MAX_AGE.minusMillis(1));
        assertThat(policy.current()).isEqualTo(loose);

        clock.advance(Duration.ofMillis(1));

        assertThatThrownBy(policy::current).isInstanceOf(PolicyUnavailable.class);
    }

    @Test
    void servingACopyDoesNotMakeItYounger() {
        policy.current();
        documents.setReadable(false);
        for (var second = 1; second < 30; second++) {
            clock.advance(Duration.ofSeconds(1));
            policy.current();
        }
        clock.advance(Duration.ofSeconds(1));

        assertThatThrownBy(policy::current).isInstanceOf(PolicyUnavailable.class);
    }

    @Test
    void aStoreThatIsBackIsReadAtOnce() {
        documents.setReadable(false);
        assertThatThrownBy(policy::current).isInstanceOf(PolicyUnavailable.class);

        documents.setReadable(true);

        assertThat(policy.current()).isEqualTo(loose);
    }

    @Test
    void aClockThatWasSetBackMakesACopyWorthless() {
        policy.current();
        documents.put(tight);
        clock.advance(Duration.ofMillis(-1));
        assertThat(policy.current()).isEqualTo(tight);

        documents.setReadable(false);
        clock.advance(Duration.ofHours(-1));

        assertThatThrownBy(policy::current).isInstanceOf(PolicyUnavailable.class);
    }

    @Test
    void aThawedSnapshotDoesNotUseItsOldCopy() {
        policy.current();
        documents.put(tight);

        clock.advance(Duration.ofDays(3));

        assertThat(policy.current()).isEqualTo(tight);
    }
}
