package passby.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.audit.AuditedLog.form;
import static passby.core.audit.AuditedLog.query;
import static passby.core.testing.TestData.caller;
import static passby.core.testing.TestData.person;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.core.audit.ReadLedger.FoundEntries;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.sealing.TestLog;
import passby.core.testing.InMemoryCity;
import passby.core.testing.Results;
import passby.core.testing.TestData;
import passby.core.tlog.Proofs;
import passby.core.tlog.TreeHash;

final class ReadLedgerTest {
    private final AuditedLog audited = new AuditedLog();
    private final TestLog log = audited.log;
    private final InMemoryCity city = audited.city;
    private final ReadLedger ledger = audited.readLedger;
    private final Caller auditor = caller(person("auditor-quist", Role.AUDITOR));
    private final Caller other = caller(person("auditor-novak", Role.AUDITOR));

    private Entry accept(EntryType type, String actor) {
        return audited.accept(type, actor);
    }

    private static Form next(FoundEntries page) {
        return form("pageToken", Objects.requireNonNull(page.nextPage()));
    }

    private static List<String> ids(FoundEntries page) {
        return page.entries().stream().map(entry -> entry.sealed().entryId()).toList();
    }

    @Test
    void whatStandsBehindAHundredEntriesOfAnotherTypeIsFoundOnTheSamePage() {
        for (var i = 0; i < 150; i++) {
            audited.accept(EntryType.HITS_LISTED, "officer-lopez");
        }
        audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();
        var query = AuditedLog.query();
        query.put("person", "officer-lopez");
        query.put("type", EntryType.SEARCH.code());

        var found = Results.value(ledger.search(auditor, new Form(query)));

        assertThat(ids(found)).hasSize(1);
        assertThat(found.nextPage()).isNull();
    }

    @Test
    void aPagePassesOverFiveHundredEntriesOfAPersonAndTheNextOneGoesOn() {
        for (var i = 0; i < 600; i++) {
            audited.accept(EntryType.HITS_LISTED, "officer-lopez");
        }
        audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();
        var query = AuditedLog.query();
        query.put("person", "officer-lopez");
        query.put("type", EntryType.SEARCH.code());

        var first = Results.value(ledger.search(auditor, new Form(query)));
        query.put("pageToken", Objects.requireNonNull(first.nextPage()));
        var second = Results.value(ledger.search(auditor, new Form(query)));

        assertThat(Stream.concat(ids(first).stream(), ids(second).stream())).hasSize(1);
        assertThat(second.nextPage()).isNull();
    }

    @Test
    void anAuditorFindsEntriesPageByPageAndEachPageIsAnEntry() {
        for (var i = 0; i < 130; i++) {
            accept(EntryType.SEARCH, "officer-lopez");
        }
        audited.seal();

        var first = Results.value(ledger.search(auditor, new Form(query())));
        var second = Results.value(ledger.search(auditor, next(first)));

        assertThat(first.entries()).hasSize(100);
        assertThat(second.entries()).hasSize(30);
        assertThat(second.nextPage()).isNull();
        assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
        assertThat(city.ledger().entries(EntryType.LEDGER_VIEWED)).hasSize(2);
    }

    @Test
    void aPageTokenOfAnotherReaderOpensNothing() {
        for (var i = 0; i < 101; i++) {
            accept(EntryType.SEARCH, "officer-lopez");
        }
        audited.seal();
        var page = Results.value(ledger.search(auditor, new Form(query())));

        assertThat(Results.problems(ledger.search(other, next(page))))
                .extracting("field")
                .containsExactly("pageToken");
    }

    @Test
    void aPageTokenOfAnotherQueryOrOfBeforeOpensNothing() {
        for (var i = 0; i < 101; i++) {
            accept(EntryType.SEARCH, "officer-lopez");
        }
        audited.seal();
        var page = Results.value(ledger.search(auditor, new Form(query())));
        var narrower = query();
        narrower.put("type", "search");
        narrower.put("pageToken", Objects.requireNonNull(page.nextPage()));

        assertThat(Results.problems(ledger.search(auditor, new Form(narrower)))).hasSize(1);
        assertThat(Results.problems(ledger.search(auditor, form("pageToken", "AAAA"))))
                .hasSize(1);
        log.clock.advance(LedgerPageTokens.LIFE);
        assertThat(Results.problems(ledger.search(auditor, next(page)))).hasSize(1);
    }

    @Test
    void entriesAreFoundByTypeAndByWhoActed() {
        var search = accept(EntryType.SEARCH, "officer-lopez");
        var step = accept(EntryType.HIT_STEP, "officer-lopez");
        accept(EntryType.SEARCH, "officer-reyes");
        audited.seal();

        assertThat(ids(Results.value(ledger.search(auditor, form("type", "hit-step")))))
                .containsExactly(step.entryId());
        assertThat(ids(Results.value(ledger.search(auditor, form("person", "officer-lopez")))))
                .containsExactlyInAnyOrder(search.entryId(), step.entryId());
    }

    @Test
    void everybodyFindsTheirOwnEntriesAndNobodyElses() {
        var own = accept(EntryType.SEARCH, "officer-lopez");
        accept(EntryType.SEARCH, "officer-reyes");
        audited.seal();
        var officer = TestData.officer("officer-lopez");

        assertThat(ids(Results.value(ledger.mine(officer, new Form(query()))))).containsExactly(own.entryId());
        assertThat(Results.problems(ledger.mine(officer, form("person", "officer-reyes"))))
                .extracting("field")
                .containsExactly("person");
    }

    @Test
    void anEntryIsShownOpenedAndProved() {
        var entry = accept(EntryType.SEARCH, "officer-lopez");
        accept(EntryType.COUNTED, "nobody");
        audited.seal();

        var proved = Results.value(ledger.one(auditor, entry.entryId()));

        assertThat(proved.entry().openings()).isEqualTo(entry.openings());
        var checkpoint = log.checkpoint();
        assertThat(Proofs.isIncluded(
                        TreeHash.leaf(proved.entry().bytes()),
                        proved.proof().index(),
                        checkpoint.size(),
                        checkpoint.root(),
                        proved.proof().path()))
                .isTrue();
    }

    @Test
    void whatIsNotSealedYetIsNotFound() {
        var entry = accept(EntryType.SEARCH, "officer-lopez");

        assertThat(Results.refusal(ledger.one(auditor, entry.entryId()))).isEqualTo(new Refusal.NotFound());
        assertThat(Results.value(ledger.search(auditor, new Form(query()))).checkpoint())
                .isNull();
    }

    @Test
    void anEntryWhoseOpeningsAreGoneIsStillShown() {
        var entry = accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();
        audited.openings.delete(entry.entryId());

        var proved = Results.value(ledger.one(auditor, entry.entryId()));

        assertThat(proved.entry().canonical()).isEqualTo(entry.canonical());
        assertThat(proved.entry().openings()).isEmpty();
    }
}
