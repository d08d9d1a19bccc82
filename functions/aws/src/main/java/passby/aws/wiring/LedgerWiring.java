package passby.aws.wiring;

import passby.core.audit.ExportLedger;
import passby.core.audit.IndexPeople;
import passby.core.audit.LedgerPageTokens;
import passby.core.audit.LedgerPages;
import passby.core.audit.PersonKey;
import passby.core.audit.ProveEntry;
import passby.core.audit.ReadLedger;
import passby.core.audit.SealedLog;
import passby.core.ledger.EnterCounts;
import passby.core.review.DrawSample;
import passby.core.review.ReviewWeeks;
import passby.core.review.ShowReviews;
import passby.core.review.WatchReviews;
import passby.core.sealing.LogStore;
import passby.core.sealing.PublishLog;
import passby.core.sealing.SealLedger;
import passby.core.transparency.Pseudonyms;
import passby.core.transparency.PublishDataSet;

/** Use cases of the ledger, its proofs and its weekly reviews. */
public final class LedgerWiring {
    private final Wiring wiring;

    LedgerWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public EnterCounts enterCounts() {
        return new EnterCounts(
                () -> wiring.policy().current().hash(),
                wiring.stores().counters(),
                wiring.stores().watermarks(),
                wiring.entries(),
                wiring.clock());
    }

    public SealLedger sealLedger() {
        var keys = new PersonKey(wiring.services().cityKey());
        var index = new IndexPeople(
                wiring.stores().entryIndex(),
                wiring.stores().openings(),
                wiring.stores().personIndex(),
                keys,
                wiring::searchRecord);
        return new SealLedger(
                wiring.stores().pendingEntries(),
                index,
                wiring.log(),
                wiring.logSigner(),
                wiring.services().witnesses(),
                wiring.clock());
    }

    public PublishLog publishLog() {
        return new PublishLog(
                wiring.log(),
                publicLog(),
                wiring.logSigner().verifierKey(),
                wiring.services().publicDelay(),
                wiring.clock());
    }

    private LogStore publicLog() {
        return wiring.services().publicLog(wiring.clock(), wiring::ledgerKept);
    }

    public PublishDataSet publishDataSet() {
        return new PublishDataSet(
                publicLog(),
                wiring.services().publicFiles(),
                wiring.stores().openings(),
                wiring.logSigner(),
                new Pseudonyms(wiring.services().cityKey()),
                wiring.stores().policies()::withHash);
    }

    public ReadLedger readLedger() {
        var tokens = new LedgerPageTokens(wiring.services().cityKey(), wiring.entropy());
        return new ReadLedger(
                wiring.authorizer(), sealedLog(), ledgerPages(), wiring.stores().entryIndex(), tokens, wiring.clock());
    }

    public ExportLedger exportLedger() {
        return new ExportLedger(wiring.authorizer(), sealedLog(), ledgerPages(), readLedger());
    }

    public ProveEntry proveEntry() {
        return new ProveEntry(sealedLog(), wiring.stores().entryIndex());
    }

    public ReviewWeeks reviewWeeks() {
        var drawSample = new DrawSample(
                sealedLog(), wiring.stores().entryIndex(), wiring.stores().openings());
        return new ReviewWeeks(wiring.authorizer(), wiring.stores().reviews(), drawSample, wiring.clock());
    }

    public ShowReviews showReviews() {
        return new ShowReviews(wiring.stores().reviews(), wiring.clock());
    }

    public WatchReviews watchReviews() {
        return new WatchReviews(
                () -> wiring.policy().current().hash(),
                wiring.stores().reviews(),
                wiring.stores().watermarks(),
                wiring.entries(),
                wiring.clock());
    }

    SealedLog sealedLog() {
        return new SealedLog(wiring.log(), new Lazy<>(() -> wiring.logSigner().verifierKey()));
    }

    private LedgerPages ledgerPages() {
        return new LedgerPages(
                sealedLog(),
                wiring.stores().openings(),
                wiring.stores().personIndex(),
                new PersonKey(wiring.services().cityKey()));
    }
}
