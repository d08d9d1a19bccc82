package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.id.CaseNumber;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.purge.DueRow;
import passby.core.purge.ExpiringRows;
import passby.core.purge.Marking;
import passby.core.purge.RowKind;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every store of holds does, with the rows of the reads that it holds. */
public abstract class HoldsContract {
    private static final Instant DUE = NOW.plusSeconds(30);
    private static final Instant LATER = DUE.plusSeconds(60);
    private final Unique unique = new Unique();
    private Read read;
    private Read other;

    @BeforeEach
    void twoReadsAreStored() {
        read = stored("7TST123");
        other = stored("7TST124");
    }

    protected abstract Holds holds();

    protected abstract HeldRows heldRows();

    protected abstract HoldUpkeep upkeep();

    protected abstract Frames frames();

    protected abstract ExpiringRows rows();

    protected abstract DurableEntries durable();

    private Read stored(String plate) {
        var one = ARead.of(unique.ulid(NOW), plate, NOW.minus(Duration.ofHours(1)))
                .withExpiresAt(DUE);
        var stored = one.build();
        frames().store(one.frame(List.of()), List.of(stored), List.of());
        return stored;
    }

    private static HoldEvent event(String what, Entry entry) {
        return HoldEvent.of(what, "records-rosa", NOW, entry);
    }

    private Hold hold(Entry entry, Read... reads) {
        return new Hold(
                unique.ulid(NOW),
                HoldKind.CRIMINAL,
                new CaseNumber("26-004711"),
                "Court order 12, \"sealed\"",
                "prosecution",
                Stream.of(reads)
                        .map(one -> new HeldRead(ReadRef.of(one), false))
                        .toList(),
                NOW.plus(Hold.PRESERVATION),
                Hold.State.PRESERVED,
                new HoldRequest(
                        HoldRequest.Action.PLACE, "records-rosa", Role.RECORDS_OFFICER, NOW.plus(Duration.ofDays(90))),
                List.of(event("placed", entry)),
                1,
                null);
    }

    private Hold place(Read... reads) {
        var entry = TestData.entry(EntryType.HOLD_PLACED);
        var hold = hold(entry, reads);
        assertThat(holds().place(hold, entry)).isEqualTo(new Holds.Placed.Done(entry.accepted()));
        return hold;
    }

    /** The read as the index of dates shows it. */
    private DueRow due(Read one) {
        return allDue().filter(row -> row.key().contains(one.readId()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<DueRow> allDue() {
        return Stream.iterate(0, shard -> shard < ExpiringRows.SHARDS, shard -> shard + 1)
                .flatMap(shard -> rows().due(RowKind.READ, shard, LATER, 100).stream());
    }

    private boolean isDue(Read one) {
        return allDue().anyMatch(row -> row.key().contains(one.readId()));
    }

    @Test
    void aHoldItsEntryAndTheMarksOnItsRowsCommitTogether() {
        var hold = place(read, other);

        assertThat(holds().find(hold.holdId())).contains(hold);
        assertThat(holds().open()).contains(hold);
        assertThat(durable().canonical(hold.events().getFirst().entryId()))
                .contains(hold.events().getFirst().canonical());
        assertThat(isDue(read) || isDue(other)).isFalse();
        assertThat(holds().find("unknown")).isEmpty();
    }

    @Test
    void theHoldWinsBeforeThePurgesMarkAndLosesAfterIt() {
        var row = due(read);
        place(read);
        assertThat(rows().mark(row, LATER)).isEqualTo(new Marking.Passed());

        rows().mark(due(other), LATER);
        var entry = TestData.entry(EntryType.HOLD_PLACED);
        var late = hold(entry, read, other);

        assertThat(holds().place(late, entry)).isEqualTo(new Holds.Placed.TooLate(Set.of(other.readId())));
        assertThat(holds().find(late.holdId())).isEmpty();
        assertThat(durable().canonical(entry.entryId())).isEmpty();
    }

    @Test
    void aReadThatIsNotStoredIsTooLate() {
        var entry = TestData.entry(EntryType.HOLD_PLACED);
        var gone = ARead.of(unique.ulid(NOW), "7TST125", NOW).build();

        assertThat(holds().place(hold(entry, gone), entry)).isEqualTo(new Holds.Placed.TooLate(Set.of(gone.readId())));
    }

    @Test
    void aReadIsHeldForTwoCasesAndFallsDueAfterBothLetItGo() {
        var one = place(read);
        var two = place(read);

        heldRows().release(one.holdId(), ReadRef.of(read));
        assertThat(isDue(read)).isFalse();
        heldRows().release(two.holdId(), ReadRef.of(read));
        heldRows().release(two.holdId(), ReadRef.of(read));

        assertThat(isDue(read)).isTrue();
        assertThat(rows().mark(due(read), LATER)).isInstanceOf(Marking.Marked.class);
    }

    @Test
    void releasingARowThatIsGoneIsFine() {
        heldRows()
                .release(
                        "hold",
                        ReadRef.of(ARead.of(unique.ulid(NOW), "7TST126", NOW).build()));

        assertThat(isDue(read)).isTrue();
    }

    @Test
    void theNextRevisionReplacesTheOneBeforeItOnce() {
        var hold = place(read);
        var entry = TestData.entry(EntryType.HOLD_DECIDED);
        var next = hold.approved(Objects.requireNonNull(hold.request()), event("approved place", entry))
                .copied(Set.of(ReadRef.of(read)), event("copied", entry));
        var second = new Hold(
                next.holdId(),
                next.kind(),
                next.caseNumber(),
                next.authority(),
                next.party(),
                next.reads(),
                next.until(),
                next.state(),
                null,
                next.events(),
                2,
                null);

        assertThat(holds().save(second, entry)).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(holds().find(hold.holdId())).contains(second);
        assertThat(holds().save(second, TestData.entry(EntryType.HOLD_DECIDED))).isEqualTo(new Commit.Conflict());
    }

    @Test
    void whatWasNotedAboutLocksStaysWithTheHold() {
        var hold = place(read);

        upkeep().locked(hold.holdId(), NOW.plusSeconds(5));
        upkeep().locked("unknown", NOW);

        assertThat(holds().find(hold.holdId()))
                .get()
                .extracting(Hold::lockedUntil)
                .isEqualTo(NOW.plusSeconds(5));
        assertThat(holds().find("unknown")).isEmpty();
    }

    @Test
    void onlyAHoldThatEndedIsForgotten() {
        var hold = place(read);
        upkeep().cleared(hold.holdId());
        assertThat(holds().find(hold.holdId())).isPresent();
        var entry = TestData.entry(EntryType.HOLD_EXPIRED);
        var ended = hold.expired(event("expired", entry));
        holds().save(ended, entry);

        assertThat(holds().open()).doesNotContain(ended);
        assertThat(upkeep().uncleared()).contains(ended);
        upkeep().cleared(hold.holdId());
        upkeep().cleared(hold.holdId());

        assertThat(upkeep().uncleared()).doesNotContain(ended);
        assertThat(holds().find(hold.holdId())).isEmpty();
    }
}
