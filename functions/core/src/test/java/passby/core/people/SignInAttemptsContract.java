package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link SignInAttempts} does. */
public abstract class SignInAttemptsContract {
    private final String personId = "person-" + new Unique().code();

    protected abstract SignInAttempts attempts();

    protected abstract DurableEntries durable();

    @Test
    void whoNeverTriedHasNone() {
        assertThat(attempts().of(personId)).isEqualTo(Attempts.NONE);
    }

    @Test
    void attemptsAreFoundAsTheyWereWritten() {
        var one = Attempts.NONE.counting(NOW);
        var two = one.counting(NOW.plusSeconds(1));

        assertThat(attempts().replace(personId, Attempts.NONE, one, NOW)).isTrue();
        assertThat(attempts().replace(personId, one, two, NOW)).isTrue();

        assertThat(attempts().of(personId)).isEqualTo(two);
    }

    @Test
    void ofTwoAtTheSameMomentOneIsNotWritten() {
        var one = Attempts.NONE.counting(NOW);
        attempts().replace(personId, Attempts.NONE, one, NOW);

        assertThat(attempts().replace(personId, Attempts.NONE, Attempts.NONE.counting(NOW.plusMillis(1)), NOW))
                .isFalse();
        assertThat(attempts().replace(personId, one.counting(NOW), one.locked(NOW), NOW))
                .isFalse();

        assertThat(attempts().of(personId)).isEqualTo(one);
    }

    @Test
    void aLockIsCommittedWithItsEntryOrNotAtAll() {
        var one = Attempts.NONE.counting(NOW);
        attempts().replace(personId, Attempts.NONE, one, NOW);
        var late = TestData.entry(EntryType.ACCOUNT_LOCKED);
        var entry = TestData.entry(EntryType.ACCOUNT_LOCKED);

        assertThat(attempts().lock(personId, Attempts.NONE, Attempts.NONE.locked(NOW), NOW, late))
                .isEqualTo(new Commit.Conflict());
        assertThat(attempts().lock(personId, one, one.locked(NOW), NOW, entry))
                .isEqualTo(new Commit.Done(entry.accepted()));

        assertThat(attempts().of(personId)).isEqualTo(one.locked(NOW));
        assertThat(durable().canonical(late.entryId())).isEmpty();
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }
}
