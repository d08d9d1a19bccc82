package passby.core.lists;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.lists.ImportAnswer.AbortReason;
import passby.core.lists.ImportAnswer.RefusalReason;

/** What the ledger tells of the imports of files: who asked, of which list, and what came of it. */
record ImportEntries(Ledger ledger, EntryFactory entries, Supplier<String> policyHash) {
    ImportAnswer refuse(ImportOrder order, RefusalReason reason) {
        var entry = entry(order, EntryType.LIST_IMPORTED, Outcome.REFUSED, Map.of(Field.REASON, reason.code()));
        return new ImportAnswer.Refused(reason, ledger.append(entry));
    }

    ImportAnswer abort(ImportOrder order, AbortReason reason, ImportReceipt receipt) {
        var committed = new EnumMap<>(counted(receipt));
        committed.put(Field.REASON, reason.code());
        var entry = entry(order, EntryType.LIST_IMPORTED, Outcome.REFUSED, committed);
        return new ImportAnswer.Aborted(reason, receipt, ledger.append(entry));
    }

    /** To be committed together with the step that it tells of. */
    Entry step(ImportOrder order, EntryType type, String action) {
        return entry(order, type, Outcome.DONE, Map.of(Field.ACTION, action));
    }

    /** To be committed together with the version that becomes visible. */
    Entry imported(ImportOrder order, ImportReceipt receipt) {
        return entry(order, EntryType.LIST_IMPORTED, Outcome.DONE, counted(receipt));
    }

    private static Map<Field, String> counted(ImportReceipt receipt) {
        return Map.of(Field.COUNTS, receipt.canonical(), Field.AFTER, receipt.published());
    }

    private Entry entry(ImportOrder order, EntryType type, Outcome outcome, Map<Field, String> told) {
        var committed = new EnumMap<Field, String>(told);
        committed.put(Field.ACTOR, order.by());
        committed.put(Field.SUBJECT, order.source());
        return entries.create(type, outcome, policyHash.get(), committed);
    }
}
