package passby.core.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.TestKeys;
import passby.core.request.Authorizer;
import passby.core.retention.NonHitRetention;
import passby.core.sealing.SealLedger;
import passby.core.sealing.TestLog;
import passby.core.sealing.Witnesses;
import passby.core.testing.InMemoryCity;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A log in memory whose entries can be opened, and everything that reads it. */
final class AuditedLog {
    final TestLog log = new TestLog();
    final InMemoryCity city = new InMemoryCity();
    final InMemoryOpenings openings = new InMemoryOpenings();
    private final PersonKey keys = new PersonKey(() -> TestData.CITY_KEY);
    private final InMemoryPersonIndex people = new InMemoryPersonIndex();
    private final SealedLog sealed = new SealedLog(log.store, TestKeys.LOG::verifierKey);
    private final LedgerPages pages = new LedgerPages(sealed, openings, people, keys);
    private final Authorizer authorizer = TestAuthorizer.open(city, log.clock);
    final ReadLedger readLedger = new ReadLedger(
            authorizer,
            sealed,
            pages,
            log.index,
            new LedgerPageTokens(() -> TestData.CITY_KEY, city.entropy()),
            log.clock);
    final ExportLedger exportLedger = new ExportLedger(authorizer, sealed, pages, readLedger);
    final ProveEntry proveEntry = new ProveEntry(sealed, log.index);

    AuditedLog() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    /** An entry that waits to be sealed. */
    Entry accept(EntryType type, String actor) {
        var entry = TestData.entry(type, Map.of(Field.ACTOR, actor, Field.PLATE, "7TST123"));
        log.accept(entry);
        openings.accept(entry);
        return entry;
    }

    void seal() {
        var index = new IndexPeople(log.index, openings, people, keys, () -> Duration.ofDays(365));
        new SealLedger(log.pending, index, log.store, TestKeys.LOG, Witnesses.NONE, log.clock).handle();
    }

    /** The hour before now and the hour after it. */
    static Map<String, Object> query() {
        return new HashMap<>(Map.of(
                "from", TestData.NOW.minus(Duration.ofHours(1)).toString(),
                "to", TestData.NOW.plus(Duration.ofHours(1)).toString()));
    }

    static Form form(String name, String value) {
        var query = query();
        query.put(name, value);
        return new Form(query);
    }
}
