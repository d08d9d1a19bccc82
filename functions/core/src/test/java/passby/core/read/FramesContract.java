package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.Eventually.eventually;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import passby.core.hit.Caution;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.HitStep;
import passby.core.hit.Hits;
import passby.core.hit.Outbox;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.retention.RetentionClass;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Frames} does: a frame, its reads, its hits and their entries are durable together or not at all. */
public abstract class FramesContract {
    private final Unique unique = new Unique();
    private final Instant capturedAt = unique.minute();
    private final ARead read = read();
    private final Hit hit = hit(read);
    private final Entry entry = TestData.entry(EntryType.HIT_RAISED);
    private final List<HitId> raised = new ArrayList<>(List.of(hit.hitId()));

    protected abstract Frames frames();

    protected abstract Reads reads();

    protected abstract Hits hits();

    protected abstract Outbox outbox();

    protected abstract DurableEntries durable();

    private ARead read() {
        return ARead.of(unique.ulid(capturedAt), unique.plate(), capturedAt);
    }

    private Hit hit(ARead of) {
        return of.hit(AHotListEntry.of("rec-" + unique.code(), of.plate()).build());
    }

    private Frames.Stored storeWithHit() {
        return storeWithHit(entry);
    }

    private Frames.Stored storeWithHit(Entry told) {
        return storeWith(hit, told);
    }

    private Frames.Stored storeWith(Hit one, Entry told) {
        return frames().store(
                        read.frame(List.of(one.hitId())),
                        List.of(read.build()),
                        List.of(new Frames.Raised.New(one, told)));
    }

    /** The same hit by a camera that was suspended: a later frame may make it certain. */
    private Hit advisory() {
        return new Hit(
                hit.hitId(),
                hit.passId(),
                hit.plateKey(),
                hit.sighting(),
                hit.matches(),
                Set.of(Caution.CAMERA_SUSPENDED),
                hit.raisedAt(),
                hit.expiresAt(),
                hit.steps());
    }

    @AfterEach
    void markSent() {
        raised.forEach(outbox()::markSent);
    }

    @Test
    void aFrameItsReadsItsHitsAndTheirEntriesAreStoredTogether() {
        var stored = storeWithHit();

        assertThat(stored).isEqualTo(Frames.Stored.STORED);
        assertThat(frames().find(read.uploadId())).contains(read.frame(List.of(hit.hitId())));
        assertThat(reads().find(ReadRef.of(read.build()))).contains(read.build());
        assertThat(hits().find(hit.hitId())).contains(hit);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
        assertThat(durable().openings(entry.entryId())).isEqualTo(entry.openings());
        eventually(() -> assertThat(outbox().pending()).contains(hit.hitId()));
    }

    @Test
    void aFrameWithoutAHitWritesNoEntryAndNoHit() {
        var stored = frames().store(read.frame(List.of()), List.of(read.build()), List.of());

        assertThat(stored).isEqualTo(Frames.Stored.STORED);
        assertThat(frames().find(read.uploadId())).contains(read.frame(List.of()));
        assertThat(reads().find(ReadRef.of(read.build()))).contains(read.build());
        assertThat(hits().find(hit.hitId())).isEmpty();
    }

    @Test
    void theFirstResultWins() {
        frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        var other = ARead.of(read.uploadId(), unique.plate(), capturedAt).withClass(RetentionClass.HIT);
        var otherHit = hit(other);
        raised.add(otherHit.hitId());

        var stored = frames().store(
                        other.frame(List.of(otherHit.hitId())),
                        List.of(other.build()),
                        List.of(new Frames.Raised.New(otherHit, entry)));

        assertThat(stored).isEqualTo(Frames.Stored.KNOWN);
        assertThat(frames().find(read.uploadId())).contains(read.frame(List.of()));
        assertThat(reads().find(ReadRef.of(other.build()))).isEmpty();
        assertThat(hits().find(otherHit.hitId())).isEmpty();
        assertThat(durable().canonical(entry.entryId())).isEmpty();
    }

    /** As a delivery that comes again does, with an entry of its own. */
    @Test
    void storingTheSameAgainChangesNothing() {
        storeWithHit();
        outbox().markSent(hit.hitId());
        var again = TestData.entry(EntryType.HIT_RAISED);

        var stored = storeWithHit(again);

        assertThat(stored).isEqualTo(Frames.Stored.KNOWN);
        assertThat(durable().canonical(again.entryId())).isEmpty();
        assertThat(hits().find(hit.hitId())).contains(hit);
        eventually(() -> assertThat(outbox().pending()).doesNotContain(hit.hitId()));
    }

    @Test
    void aHitThatAnotherFrameRaisedKeepsTheWholeFrameOut() {
        storeWithHit();
        var next = read();
        var secondEntry = TestData.entry(EntryType.HIT_RAISED);

        var stored = frames().store(
                        next.frame(List.of(hit.hitId())),
                        List.of(next.build()),
                        List.of(new Frames.Raised.New(hit, secondEntry)));

        assertThat(stored).isEqualTo(Frames.Stored.HIT_KNOWN);
        assertThat(frames().find(next.uploadId())).isEmpty();
        assertThat(reads().find(ReadRef.of(next.build()))).isEmpty();
        assertThat(durable().canonical(secondEntry.entryId())).isEmpty();
    }

    @Test
    void anAdvisoryHitThatALaterFrameMakesCertainIsReplacedAndPendingAgain() {
        var advisory = advisory();
        storeWith(advisory, entry);
        outbox().markSent(hit.hitId());
        var next = read();
        var certain = advisory.madeCertainBy(hit(next)).orElseThrow();

        var stored = frames().store(
                        next.frame(List.of(hit.hitId())),
                        List.of(next.build()),
                        List.of(new Frames.Raised.Upgraded(advisory, certain, TestData.entry(EntryType.HIT_UPGRADED))));

        assertThat(stored).isEqualTo(Frames.Stored.STORED);
        assertThat(hits().find(hit.hitId())).contains(certain);
        eventually(() -> assertThat(outbox().pending()).contains(hit.hitId()));
    }

    @Test
    void aHitThatChangedMeanwhileKeepsTheFrameThatWouldMakeItCertainOut() {
        var advisory = advisory();
        storeWith(advisory, entry);
        var next = read();
        var certain = advisory.madeCertainBy(hit(next)).orElseThrow();
        hits().step(advisory, new HitStep.Viewed("officer-lopez", capturedAt), TestData.entry(EntryType.HIT_STEP));

        var stored = frames().store(
                        next.frame(List.of(hit.hitId())),
                        List.of(next.build()),
                        List.of(new Frames.Raised.Upgraded(advisory, certain, TestData.entry(EntryType.HIT_UPGRADED))));

        assertThat(stored).isEqualTo(Frames.Stored.HIT_KNOWN);
        assertThat(frames().find(next.uploadId())).isEmpty();
    }

    @Test
    void aFullFrameFits() {
        var reads = IntStream.rangeClosed(1, 16)
                .mapToObj(rank -> ARead.of(read.uploadId(), unique.plate(), capturedAt)
                        .withRank(rank)
                        .withClass(RetentionClass.HIT))
                .toList();
        var found = new ArrayList<>(reads.stream().map(ARead::build).toList());
        var hits = new ArrayList<Frames.Raised>();
        for (var i = 0; i < Frames.MAX_HITS; i++) {
            var one = hit(i < 16 ? reads.get(i) : read());
            hits.add(new Frames.Raised.New(one, TestData.entry(EntryType.HIT_RAISED)));
            raised.add(one.hitId());
        }
        var frame =
                ARead.frame(found, hits.stream().map(one -> one.hit().hitId()).toList());

        var stored = frames().store(frame, found, hits);

        assertThat(stored).isEqualTo(Frames.Stored.STORED);
        assertThat(frames().find(read.uploadId())).contains(frame);
        assertThat(found)
                .allSatisfy(one -> assertThat(reads().find(ReadRef.of(one))).contains(one));
        assertThat(hits).allSatisfy(one -> {
            assertThat(hits().find(one.hit().hitId())).contains(one.hit());
            assertThat(durable().canonical(one.entry().entryId()))
                    .contains(one.entry().canonical());
        });
    }

    @Test
    void aFrameThatWasNeverStoredIsNotThere() {
        assertThat(frames().find(unique.ulid(capturedAt))).isEmpty();
    }

    @Test
    void aMinuteListsTheFramesStoredInIt() {
        var first = ARead.of(unique.ulid(capturedAt), unique.plate(), capturedAt);
        var last = ARead.of(unique.ulid(capturedAt), unique.plate(), capturedAt.plusMillis(56_999));
        var next = ARead.of(unique.ulid(capturedAt), unique.plate(), capturedAt.plusMillis(57_000));
        for (var one : List.of(first, last, next)) {
            frames().store(one.frame(List.of()), List.of(one.build()), List.of());
        }

        eventually(() -> assertThat(frames().storedIn(capturedAt.plusSeconds(30)))
                .containsExactlyInAnyOrder(first.frame(List.of()), last.frame(List.of())));
    }
}
