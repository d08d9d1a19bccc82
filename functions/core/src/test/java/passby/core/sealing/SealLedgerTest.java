package passby.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;
import passby.core.tlog.Proofs;
import passby.core.tlog.Tree;

final class SealLedgerTest {
    private final TestLog log = new TestLog();

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::entryId).toList();
    }

    @Test
    void whatWaitsIsInTheLogAfterAMinute() {
        var accepted = ids(log.accept(3));

        var sealed = log.sealer().handle();

        assertThat(sealed.added()).isEqualTo(3);
        assertThat(log.verifiedIds()).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(log.pending.size()).isZero();
        assertThat(log.checkpoint().time()).isEqualTo(log.clock.instant());
    }

    @Test
    void whereNothingWaitsNothingIsWritten() {
        log.accept(1);
        log.sealer().handle();
        var files = List.copyOf(log.store.files().keySet());
        log.clock.advance(Duration.ofMinutes(1));

        var sealed = log.sealer().handle();

        assertThat(sealed).isEqualTo(new SealLedger.Sealed(1, 0, 0, Duration.ZERO));
        assertThat(log.store.files().keySet()).containsExactlyElementsOf(files);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 511, 512, 600})
    void aLogGrowsOverTheEdgesOfItsTiles(int count) {
        log.accept(250);
        log.sealer().handle();
        var earlier = log.checkpoint();
        log.accept(count);

        log.sealer().handle();

        assertThat(log.verifiedIds()).hasSize(250 + count);
        var proof = new Tree(250 + count, log.store).consistencyProof(250);
        assertThat(Proofs.isConsistent(
                        250, earlier.root(), 250 + count, log.checkpoint().root(), proof))
                .isTrue();
    }

    @Test
    void moreThanOneLookFetchesIsSealedInOneRun() {
        log.accept(SealLedger.MAX_LOOK + 10);

        var sealed = log.sealer().handle();

        assertThat(sealed.added()).isEqualTo(SealLedger.MAX_LOOK + 10);
        assertThat(sealed.lag()).isZero();
        assertThat(log.verifiedIds()).hasSize(SealLedger.MAX_LOOK + 10);
    }

    /** The order within a minute is that of random ids: it says nothing about who came first. */
    @Test
    void minutesComeInTheirOrderAndAMinutesEntriesInNone() {
        var later = new ArrayList<String>();
        log.clock.advance(Duration.ofMinutes(5));
        later.addAll(ids(log.accept(20)));
        log.clock.set(TestData.NOW);
        var earlier = ids(log.accept(20));
        log.clock.advance(Duration.ofMinutes(6));

        log.sealer().handle();

        assertThat(log.verifiedIds().subList(0, 20))
                .containsExactlyElementsOf(earlier.stream().sorted().toList());
        assertThat(log.verifiedIds().subList(20, 40))
                .containsExactlyElementsOf(later.stream().sorted().toList());
    }

    @Test
    void anEntryThatIsAcceptedDuringTheLookIsInThisCheckpointOrTheNext() {
        var late = TestData.entry(EntryType.SEARCH);
        var steps = new Steps(moment -> {
            if (moment == 9) {
                log.accept(late);
            }
        });
        log.accept(2);

        log.sealer(steps).handle();
        log.clock.advance(Duration.ofMinutes(1));
        log.sealer().handle();

        assertThat(log.verifiedIds()).hasSize(3).contains(late.entryId());
    }

    /** Every moment between two steps is a moment to die at; what was written must be taken up as it is. */
    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void aCrashBetweenAnyTwoStepsLosesAndDoublesNothing(int count) {
        var moments = 0;
        for (var crashed = true; crashed; moments++) {
            var dying = new TestLog();
            var accepted = new ArrayList<>(ids(dying.accept(100)));
            dying.sealer().handle();
            var before = dying.checkpoint();
            accepted.addAll(ids(dying.accept(count)));
            crashed = crashes(dying, moments);
            dying.clock.advance(Duration.ofMinutes(1));
            accepted.addAll(ids(dying.accept(5)));

            dying.sealer().handle();

            var after = dying.checkpoint();
            assertThat(dying.verifiedIds()).containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(dying.pending.size()).isZero();
            var proof = new Tree(after.size(), dying.store).consistencyProof(before.size());
            assertThat(Proofs.isConsistent(before.size(), before.root(), after.size(), after.root(), proof))
                    .isTrue();
        }
        assertThat(moments).isGreaterThan(20);
    }

    private static boolean crashes(TestLog log, int moment) {
        try {
            log.sealer(Steps.crashingAt(moment)).handle();
            return false;
        } catch (Steps.Crash e) {
            return true;
        }
    }

    /** At every moment of one sealer's run, another one does all of its own, with new entries. */
    @Test
    void twoSealersAtOnceMakeOneLog() {
        var last = stepsOfARun();
        for (var moment = 0; moment < last; moment++) {
            var shared = new TestLog();
            var accepted = new ArrayList<>(ids(shared.accept(270)));
            var when = moment;
            var steps = new Steps(now -> {
                if (now == when) {
                    accepted.addAll(ids(shared.accept(7)));
                    shared.sealer().handle();
                }
            });

            shared.sealer(steps).handle();
            shared.sealer().handle();

            assertThat(shared.verifiedIds()).containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(shared.pending.size()).isZero();
        }
    }

    private static int stepsOfARun() {
        var log = new TestLog();
        log.accept(270);
        var steps = new Steps(moment -> {});
        log.sealer(steps).handle();
        return steps.count();
    }

    @Test
    void aSealerThatWakesAfterAnHourFindsItsPlaceTaken() {
        var accepted = new ArrayList<>(ids(log.accept(3)));
        var steps = new Steps(moment -> {
            if (moment == 8) {
                for (var minute = 0; minute < 60; minute++) {
                    log.clock.advance(Duration.ofMinutes(1));
                    accepted.addAll(ids(log.accept(2)));
                    log.sealer().handle();
                }
            }
        });

        log.sealer(steps).handle();

        assertThat(log.verifiedIds()).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(log.checkpoint().size()).isEqualTo(123);
        assertThat(log.checkpoint().time()).isEqualTo(log.clock.instant());
    }

    @Test
    void aClockThatIsSetBackDoesNotSetTheLogBack() {
        log.accept(1);
        log.sealer().handle();
        var time = log.checkpoint().time();
        log.clock.advance(Duration.ofHours(-1));
        log.accept(1);

        log.sealer().handle();

        assertThat(log.verifiedIds()).hasSize(2);
        assertThat(log.checkpoint().time()).isEqualTo(time);
    }

    @Test
    void rowsOfACopyThatAreWrittenBackAfterTheyWereSealedAreNotSealedAgain() {
        var before = ids(log.accept(3));
        var copy = log.pending.find(3);
        log.sealer().handle();
        log.clock.set(log.clock.instant().plus(Duration.ofHours(1)));
        copy.forEach(log.pending::accept);
        var since = ids(log.accept(2));

        var sealed = log.sealer().handle();

        assertThat(sealed.added()).isEqualTo(2);
        assertThat(log.verifiedIds())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(before.stream(), since.stream()).toList());
        assertThat(log.pending.size()).isZero();
    }

    @Test
    void aLookFullOfSuchRowsHidesNothingBehindThem() {
        log.accept(SealLedger.MAX_LOOK);
        var copy = log.pending.find(SealLedger.MAX_LOOK);
        log.sealer().handle();
        log.clock.set(log.clock.instant().plus(Duration.ofHours(1)));
        copy.forEach(log.pending::accept);
        log.accept(5);

        assertThat(log.sealer().handle().added()).isEqualTo(5);

        assertThat(log.pending.size()).isZero();
    }

    @Test
    void anIndexThatIsWrongKeepsNoEntryOut() {
        log.accept(2);
        log.sealer().handle();
        var late = ids(log.accept(2));
        log.index.put(0, late);
        log.clock.set(log.clock.instant().plus(Duration.ofHours(1)));

        assertThat(log.sealer().handle().added()).isEqualTo(2);

        assertThat(log.verifiedIds()).containsAll(late);
    }

    @Test
    void aRowThatIsNoEntryStaysOutAndIsCounted() {
        log.pending.accept(new PendingEntry("abc", TestData.NOW, "{}"));
        var accepted = ids(log.accept(2));

        var sealed = log.sealer().handle();

        assertThat(sealed.refused()).isEqualTo(1);
        assertThat(log.verifiedIds()).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(log.pending.size()).isEqualTo(1);
    }

    @Test
    void nothingIsSignedOverATileThatWasChanged() {
        log.accept(300);
        log.sealer().handle();
        log.store.flip("tile/0/001.p/44", 3);
        log.accept(1);

        assertThatThrownBy(log.sealer()::handle).isInstanceOf(LogConflictException.class);

        assertThat(log.checkpoint().size()).isEqualTo(300);
        assertThat(log.pending.size()).isEqualTo(1);
    }

    @Test
    void nothingIsSignedOverABundleThatWasChanged() {
        log.accept(300);
        log.sealer().handle();
        log.store.flip("tile/entries/001.p/44", 30);
        log.accept(1);

        assertThatThrownBy(log.sealer()::handle)
                .isInstanceOf(LogConflictException.class)
                .hasMessageContaining("tile/entries/001.p/44");
    }

    @Test
    void aCheckpointOfAnotherKeyIsNotContinued() {
        log.accept(1);
        log.sealer().handle();
        log.store
                .files()
                .put(
                        "checkpoint",
                        TestKeys.WITNESS.signed(log.checkpoint().text()).bytes());
        log.accept(1);

        assertThatThrownBy(log.sealer()::handle).isInstanceOf(LogConflictException.class);
    }

    /** Whoever sets the checkpoint back in the bucket wins nothing: the batches behind it are decided. */
    @Test
    void aCheckpointThatWasSetBackIsCaughtUpWithTheSameLog() {
        log.accept(10);
        log.sealer().handle();
        var old = log.store.files().get("checkpoint");
        log.clock.advance(Duration.ofMinutes(1));
        log.accept(10);
        log.sealer().handle();
        var root = log.checkpoint().root();
        log.store.files().put("checkpoint", old);

        log.sealer().handle();

        assertThat(log.checkpoint().root()).isEqualTo(root);
        assertThat(log.verifiedIds()).hasSize(20);
    }

    @Test
    void whatAWitnessSaysStandsUnderTheArchivedCheckpointToo() {
        var witnessed =
                new SealLedger(log.pending, log.index, log.store, TestKeys.LOG, new TestWitness(log.clock), log.clock);
        log.accept(1);

        witnessed.handle();

        var note = Head.of(log.store.find("checkpoint").orElseThrow(), TestKeys.LOG.verifierKey())
                .note();
        assertThat(note.isSignedBy(TestKeys.WITNESS.verifierKey())).isTrue();
        assertThat(log.store.files().get("checkpoints/2036-05-06T12Z/00000000000000000001"))
                .isEqualTo(note.bytes());
    }

    /** As the file counts show: sealing one minute costs the same in a log of ten and of twenty thousand entries. */
    @Test
    void aMinutesSealingTouchesWhatItAdds() {
        var small = touchedByAMinute(10);
        var large = touchedByAMinute(20_000);

        assertThat(large).isLessThanOrEqualTo(small + 8);
    }

    private static int touchedByAMinute(int size) {
        var log = new TestLog();
        log.accept(size);
        log.sealer().handle();
        log.accept(10);
        var steps = new Steps(moment -> {});
        log.clock.set(Instant.parse("2036-05-06T12:05:00Z"));
        log.sealer(steps).handle();
        return steps.count();
    }
}
