package passby.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.caller;
import static passby.core.testing.TestData.person;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.testing.Results;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Proofs;

final class ExportLedgerTest {
    private static final String REASON = "Records request 26-112";

    private final AuditedLog audited = new AuditedLog();
    private final ExportLedger ledger = audited.exportLedger;
    private final Caller auditor = caller(person("auditor-quist", Role.AUDITOR));

    private ExportLedger.ExportedLedger export(Form form) {
        return Results.value(ledger.export(auditor, form));
    }

    private static Form disclosing(String field) {
        return new Form(Map.of("field", field, "reason", REASON));
    }

    private static void assertProved(LedgerExport bundle) {
        var checkpoint = Checkpoint.parse(bundle.checkpoint().text());
        for (var entry : bundle.entries()) {
            assertThat(Proofs.isIncluded(
                            entry.leaf(), entry.index(), checkpoint.size(), checkpoint.root(), entry.path()))
                    .isTrue();
            assertThat(entry.falselyOpened()).isEmpty();
        }
    }

    private static List<String> texts(LedgerExport bundle) {
        return bundle.entries().stream().map(ExportedEntry::canonical).toList();
    }

    private Entry last(EntryType type) {
        return audited.city.ledger().entries(type).getLast();
    }

    private static String opened(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void anExportIsATableAndABundleThatProvesEveryRow() {
        var first = audited.accept(EntryType.SEARCH, "officer-lopez");
        var second = audited.accept(EntryType.HIT_STEP, "=HYPERLINK(1)");
        audited.seal();

        var exported = export(new Form(AuditedLog.query()));

        assertThat(exported.entries()).isEqualTo(2);
        assertThat(exported.complete()).isTrue();
        assertThat(exported.csv()).contains(first.entryId(), second.entryId(), "officer-lopez");
        assertThat(exported.csv()).contains("'=HYPERLINK(1)");
        var bundle = LedgerExport.parse(exported.bundle());
        assertThat(texts(bundle)).containsExactlyInAnyOrder(first.canonical(), second.canonical());
        assertProved(bundle);
        var entry = last(EntryType.LEDGER_EXPORTED);
        assertThat(opened(entry, Field.RESULT_COUNT)).isEqualTo("2");
        assertThat(opened(entry, Field.QUERY)).contains("2036-05-06");
    }

    @Test
    void moreThanOneFileHoldsIsSaidToBeIncomplete() {
        for (var i = 0; i < 501; i++) {
            audited.accept(EntryType.SEARCH, "officer-lopez");
        }
        audited.seal();

        var exported = export(new Form(AuditedLog.query()));

        assertThat(exported.entries()).isEqualTo(500);
        assertThat(exported.complete()).isFalse();
    }

    @Test
    void beforeAnythingIsSealedThereIsNothingToExport() {
        audited.accept(EntryType.SEARCH, "officer-lopez");

        assertThat(Results.refusal(ledger.export(auditor, new Form(AuditedLog.query()))))
                .isEqualTo(new Refusal.NotFound());
        assertThat(last(EntryType.LEDGER_EXPORTED).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aQueryThatIsNoneIsRefusedWithAnEntry() {
        assertThat(Results.problems(ledger.export(auditor, new Form(Map.of())))).isNotEmpty();

        assertThat(last(EntryType.LEDGER_EXPORTED).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aDisclosureOpensOneFieldAndNoOther() {
        var entry = audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();

        var disclosed = Results.value(ledger.disclose(auditor, entry.entryId(), disclosing("plate")));

        var only = disclosed.entries().getFirst();
        assertThat(disclosed.entries()).hasSize(1);
        assertThat(only.openings()).containsOnlyKeys(Field.PLATE);
        assertThat(Objects.requireNonNull(only.openings().get(Field.PLATE)).value())
                .isEqualTo("7TST123");
        assertThat(disclosed.json()).doesNotContain("officer-lopez");
        assertProved(disclosed);
        var entered = last(EntryType.LEDGER_DISCLOSED);
        assertThat(opened(entered, Field.SUBJECT)).isEqualTo(entry.entryId());
        assertThat(opened(entered, Field.NARRATIVE)).isEqualTo(REASON);
        assertThat(opened(entered, Field.QUERY)).isEqualTo("plate");
    }

    @Test
    void aFieldThatTheEntryHasNotOrThatIsForgottenIsNotDisclosed() {
        var entry = audited.accept(EntryType.SEARCH, "officer-lopez");
        audited.seal();

        assertThat(Results.problems(ledger.disclose(auditor, entry.entryId(), disclosing("narrative"))))
                .extracting("field")
                .containsExactly("field");
        audited.openings.delete(entry.entryId());
        assertThat(Results.problems(ledger.disclose(auditor, entry.entryId(), disclosing("plate"))))
                .extracting("field")
                .containsExactly("field");
    }

    @Test
    void aDisclosureNeedsAKnownFieldAReasonAndASealedEntry() {
        var entry = audited.accept(EntryType.SEARCH, "officer-lopez");

        assertThat(Results.refusal(ledger.disclose(auditor, entry.entryId(), disclosing("plate"))))
                .isEqualTo(new Refusal.NotFound());
        assertThat(Results.problems(ledger.disclose(auditor, entry.entryId(), new Form(Map.of("field", "surname")))))
                .extracting("field")
                .containsExactlyInAnyOrder("field", "reason");
        assertThat(audited.city.ledger().entries(EntryType.LEDGER_DISCLOSED))
                .allMatch(entered -> entered.outcome() == Outcome.REFUSED);
    }
}
