package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class GuardSignInsTest {
    private static final String LOPEZ = "officer-lopez";

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts(city.ledger());
    private final GuardSignIns guard = guard(attempts);

    private GuardSignIns guard(SignInAttempts stored) {
        return new GuardSignIns(stored, () -> TestData.POLICY_HASH, new EntryFactory(clock, city.entropy()), clock);
    }

    private void fail(int times, Duration apart) {
        for (var i = 0; i < times; i++) {
            assertThat(guard.mayTry(LOPEZ)).as("attempt %d", i + 1).isTrue();
            clock.advance(apart);
        }
    }

    @Test
    void afterFiveFailuresInFifteenMinutesNoAttemptBeginsForFifteenMinutesAndTheLedgerSaysSoOnce() {
        fail(5, Duration.ofMinutes(2));

        assertThat(guard.mayTry(LOPEZ)).isFalse();
        clock.advance(Attempts.LOCK.minusMillis(1));
        assertThat(guard.mayTry(LOPEZ)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(guard.mayTry(LOPEZ)).isTrue();

        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryType.ACCOUNT_LOCKED);
            assertThat(opened(entry, Field.SUBJECT)).isEqualTo(LOPEZ);
            assertThat(opened(entry, Field.REASON)).isEqualTo("5 failures in 15 minutes");
            assertThat(entry.canonical()).doesNotContain(LOPEZ);
        });
    }

    private static String opened(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void fiveFailuresOverMoreThanFifteenMinutesLockNothing() {
        fail(12, Duration.ofMinutes(4));

        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void aSuccessForgetsTheFailuresBeforeIt() {
        fail(5, Duration.ofSeconds(10));

        guard.succeeded(LOPEZ);

        fail(5, Duration.ofSeconds(10));
        assertThat(guard.mayTry(LOPEZ)).isFalse();
    }

    /** Whoever knows the password of a locked account, and began to sign in before, does not open it for whoever guesses. */
    @Test
    void aSuccessInTheMiddleOfALockOpensNothing() {
        fail(5, Duration.ofSeconds(10));
        guard.mayTry(LOPEZ);

        guard.succeeded(LOPEZ);

        assertThat(guard.mayTry(LOPEZ)).isFalse();
    }

    @Test
    void oneAccountLocksNoOther() {
        fail(5, Duration.ofSeconds(1));
        guard.mayTry(LOPEZ);

        assertThat(guard.mayTry("officer-okafor")).isTrue();
    }

    /** Attempts at the same moment are tried again, and refused when they get nowhere: never let through uncounted. */
    @Test
    void anAttemptThatCannotBeCountedDoesNotBegin() {
        var busy = guard(new SignInAttempts() {
            @Override
            public Attempts of(String personId) {
                return Attempts.NONE;
            }

            @Override
            public boolean replace(String personId, Attempts before, Attempts after, Instant now) {
                return false;
            }

            @Override
            public Commit lock(String personId, Attempts before, Attempts after, Instant now, Entry entry) {
                return new Commit.Conflict();
            }
        });

        assertThat(busy.mayTry(LOPEZ)).isFalse();
    }
}
