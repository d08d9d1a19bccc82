package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Watermarks} does. */
public abstract class WatermarksContract {
    private final Unique unique = new Unique();

    protected abstract Watermarks watermarks();

    protected abstract DurableEntries durable();

    @Test
    void aJobThatNeverRanHasNone() {
        assertThat(watermarks().find(unique.code())).isEmpty();
    }

    @Test
    void aMarkMovesForward() {
        var job = unique.code();
        watermarks().advance(job, TestData.NOW);

        watermarks().advance(job, TestData.NOW.plusSeconds(60));

        assertThat(watermarks().find(job)).contains(TestData.NOW.plusSeconds(60));
    }

    @Test
    void aMarkNeverMovesBack() {
        var job = unique.code();
        watermarks().advance(job, TestData.NOW);

        watermarks().advance(job, TestData.NOW.minusSeconds(60));
        watermarks().advance(job, TestData.NOW);

        assertThat(watermarks().find(job)).contains(TestData.NOW);
    }

    @Test
    void theMarksOfTwoJobsAreApart() {
        var one = unique.code();
        var other = unique.code();

        watermarks().advance(one, TestData.NOW);

        assertThat(watermarks().find(other)).isEmpty();
    }

    @Test
    void aFirstMarkAndItsEntryCommitTogether() {
        var job = unique.code();
        var entry = TestData.entry(EntryType.COUNTED);

        var commit = watermarks().advance(job, TestData.NOW, entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(watermarks().find(job)).contains(TestData.NOW);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void aLaterMarkAndItsEntryCommitTogether() {
        var job = unique.code();
        watermarks().advance(job, TestData.NOW);
        var entry = TestData.entry(EntryType.COUNTED);

        var commit = watermarks().advance(job, TestData.NOW.plusSeconds(60), entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(watermarks().find(job)).contains(TestData.NOW.plusSeconds(60));
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void aMinuteIsEnteredOnce() {
        var job = unique.code();
        watermarks().advance(job, TestData.NOW, TestData.entry(EntryType.COUNTED));
        var second = TestData.entry(EntryType.COUNTED);

        var commit = watermarks().advance(job, TestData.NOW, second);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(durable().canonical(second.entryId())).isEmpty();
        assertThat(durable().openings(second.entryId())).isEmpty();
    }

    @Test
    void aRunThatLagsBehindEntersNothing() {
        var job = unique.code();
        watermarks().advance(job, TestData.NOW);
        var late = TestData.entry(EntryType.COUNTED);

        var commit = watermarks().advance(job, TestData.NOW.minusSeconds(60), late);

        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(watermarks().find(job)).contains(TestData.NOW);
        assertThat(durable().canonical(late.entryId())).isEmpty();
    }
}
