package passby.aws.testing;

import java.util.Map;
import passby.aws.audit.LedgerHandler;
import passby.aws.audit.LedgerProofsHandler;
import passby.aws.http.Authentication;
import passby.aws.review.ReviewActions;
import passby.core.audit.ExportLedger;
import passby.core.audit.InMemoryOpenings;
import passby.core.audit.InMemoryPersonIndex;
import passby.core.audit.LedgerPageTokens;
import passby.core.audit.LedgerPages;
import passby.core.audit.PersonKey;
import passby.core.audit.ProveEntry;
import passby.core.audit.ReadLedger;
import passby.core.audit.SealedLog;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.TestKeys;
import passby.core.people.Caller;
import passby.core.request.Authorizer;
import passby.core.review.DrawSample;
import passby.core.review.ReviewWeeks;
import passby.core.review.ShowReviews;
import passby.core.sealing.EntryIndex;
import passby.core.sealing.TestLog;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** The sealed log of {@link EdgeCity}, of one entry. */
final class EdgeLog {
    private final InMemoryCity stores;
    private final MutableClock clock;
    private final TestLog log = new TestLog();
    private final Entry entry =
            TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, EdgeCity.PLATE, Field.ACTOR, EdgeCity.OPERATOR));

    EdgeLog(InMemoryCity stores, MutableClock clock) {
        this.stores = stores;
        this.clock = clock;
        log.accept(entry);
        log.sealer().handle();
    }

    SealedLog sealed() {
        return new SealedLog(log.store, TestKeys.LOG::verifierKey);
    }

    /** Where each entry of the log stands. */
    EntryIndex index() {
        return log.index;
    }

    /** Its one entry: a search. */
    Entry entry() {
        return entry;
    }

    LedgerProofsHandler proofs() {
        return new LedgerProofsHandler(
                new ProveEntry(sealed(), log.index),
                new ShowReviews(stores.reviews(), clock),
                stores.counters(),
                clock);
    }

    LedgerHandler handler(
            Authorizer authorizer, Authentication<Caller> people, EdgeConduct conduct, CountingEntropy entropy) {
        var openings = new InMemoryOpenings();
        openings.accept(entry);
        var pages =
                new LedgerPages(sealed(), openings, new InMemoryPersonIndex(), new PersonKey(() -> TestData.CITY_KEY));
        var read = new ReadLedger(
                authorizer, sealed(), pages, log.index, new LedgerPageTokens(() -> TestData.CITY_KEY, entropy), clock);
        var export = new ExportLedger(authorizer, sealed(), pages, read);
        var reviews =
                new ReviewWeeks(authorizer, stores.reviews(), new DrawSample(sealed(), log.index, openings), clock);
        return new LedgerHandler(
                people,
                read,
                export,
                new ReviewActions(reviews),
                conduct.actions(authorizer),
                stores.counters(),
                clock);
    }
}
