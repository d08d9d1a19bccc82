package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.id.CaseNumber;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Suppressions} does. */
public abstract class SuppressionsContract {
    private final Unique unique = new Unique();

    protected abstract Suppressions suppressions();

    protected abstract DurableEntries durable();

    private Suppression suppression() {
        return new Suppression(
                unique.ulid(NOW),
                "ncic",
                new Plate(unique.plate()),
                new ListedState.Named("CA"),
                "Recovered; the record was not cleared",
                new CaseNumber("26-004711"),
                "records-zhou",
                NOW,
                NOW.plus(Duration.ofDays(30)));
    }

    private Suppression made() {
        var made = suppression();
        assertThat(suppressions().add(made, TestData.entry(EntryType.PLATE_SUPPRESSED)))
                .isInstanceOf(Commit.Done.class);
        return made;
    }

    @Test
    void aSuppressionIsFoundAsItWasMadeTogetherWithItsEntry() {
        var made = suppression();
        var entry = TestData.entry(EntryType.PLATE_SUPPRESSED);

        assertThat(suppressions().add(made, entry)).isEqualTo(new Commit.Done(entry.accepted()));

        assertThat(suppressions().live(NOW)).contains(made);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void aSuppressionEndsToTheMillisecond() {
        var made = made();

        assertThat(suppressions().live(made.expires().minusMillis(1))).contains(made);
        assertThat(suppressions().live(made.expires())).doesNotContain(made);
    }

    @Test
    void theSameOneIsMadeOnce() {
        var made = made();

        assertThat(suppressions().add(made, TestData.entry(EntryType.PLATE_SUPPRESSED)))
                .isEqualTo(new Commit.Conflict());
    }

    @Test
    void oneThatWasEndedIsNotEndedAgain() {
        var made = made();
        var ended = made.ended(NOW.plusSeconds(60));

        assertThat(suppressions().replace(made, ended, TestData.entry(EntryType.SUPPRESSION_ENDED)))
                .isInstanceOf(Commit.Done.class);
        assertThat(suppressions().replace(made, ended, TestData.entry(EntryType.SUPPRESSION_ENDED)))
                .isEqualTo(new Commit.Conflict());

        assertThat(suppressions().live(NOW.plusSeconds(60)))
                .extracting(Suppression::suppressionId)
                .doesNotContain(made.suppressionId());
    }
}
