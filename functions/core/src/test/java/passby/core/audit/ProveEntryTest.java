package passby.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.note.TestKeys;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Hash;
import passby.core.tlog.Proofs;

final class ProveEntryTest {
    private final AuditedLog audited = new AuditedLog();
    private final ProveEntry proveEntry = audited.proveEntry;

    private static void assertProves(ProveEntry.Proved proved, String leafHash) {
        var checkpoint = Checkpoint.parse(proved.proof().checkpoint().text());
        assertThat(proved.leafHash()).isEqualTo(Hash.parseHex(leafHash));
        assertThat(proved.proof().checkpoint().isSignedBy(TestKeys.LOG.verifierKey()))
                .isTrue();
        assertThat(Proofs.isIncluded(
                        proved.leafHash(),
                        proved.proof().index(),
                        checkpoint.size(),
                        checkpoint.root(),
                        proved.proof().path()))
                .isTrue();
    }

    @Test
    void whoHoldsAReceiptGetsItsProofUnderTheNewestCheckpoint() {
        var first = audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();
        audited.log.clock.advance(Duration.ofMinutes(1));
        for (var i = 0; i < 300; i++) {
            audited.accept(EntryType.SEARCH, "officer-reyes");
        }
        audited.seal();

        var proved = proveEntry.handle(first.entryId()).orElseThrow();

        assertThat(Checkpoint.parse(proved.proof().checkpoint().text()).size()).isEqualTo(301);
        assertProves(proved, first.leafHash());
    }

    @Test
    void anEntryThatWaitsIsNotProvedYet() {
        audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();
        var waiting = audited.accept(EntryType.SEARCH, "officer-lopez");

        assertThat(proveEntry.handle(waiting.entryId())).isEmpty();
    }

    /** The sealer indexes a batch before its checkpoint: what lies behind the checkpoint is not proved. */
    @Test
    void anEntryThatIsIndexedBehindTheCheckpointIsNotProvedYet() {
        audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();
        var indexed = audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.log.index.put(1, List.of(indexed.entryId()));

        assertThat(proveEntry.handle(indexed.entryId())).isEmpty();
    }

    @Test
    void nobodysEntryAndAnEmptyLogAreNotProved() {
        assertThat(proveEntry.handle("a".repeat(26))).isEmpty();

        audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();

        assertThat(proveEntry.handle("a".repeat(26))).isEmpty();
    }
}
