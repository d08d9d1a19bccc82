package passby.core.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.disclosure.LedgerExport;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/** Lets entries leave the city: many as a file, or one field of one entry, each with what proves it. */
public final class ExportLedger {
    /** Five hundred entries with their openings and proofs are 2 MB; an answer of Lambda holds 6 MB. */
    private static final int MAX_ENTRIES = 500;

    private static final int MAX_REASON = 500;
    private static final int MAX_CODE = 64;

    private final Authorizer authorizer;
    private final SealedLog log;
    private final LedgerPages pages;
    private final ReadLedger readLedger;

    public ExportLedger(Authorizer authorizer, SealedLog log, LedgerPages pages, ReadLedger readLedger) {
        this.authorizer = authorizer;
        this.log = log;
        this.pages = pages;
        this.readLedger = readLedger;
    }

    /**
     * A file.
     *
     * @param csv a table for people; its numbers prove nothing
     * @param bundle {@link LedgerExport}: the same entries with all that proves them
     * @param complete false when more entries match than one file holds: ask for fewer hours
     */
    public record ExportedLedger(String csv, String bundle, int entries, boolean complete) {}

    public Result<ExportedLedger> export(Caller caller, Form body) {
        return authorizer.handle(
                Action.EXPORT_LEDGER,
                EntryType.LEDGER_EXPORTED,
                caller,
                request -> request.check(LedgerQuery.parse(body), query -> export(request, query)));
    }

    private Result<ExportedLedger> export(AuthorizedRequest asked, LedgerQuery query) {
        var request = asked.about(Field.QUERY, query.canonical());
        var head = log.head();
        if (head.isEmpty()) {
            return request.notFound();
        }
        var page = pages.page(query, head.get(), null, MAX_ENTRIES);
        var bundle = new LedgerExport(head.get().note(), log.exported(page.entries(), head.get()));
        return request.about(Field.RESULT_COUNT, String.valueOf(page.entries().size()))
                .answer(new ExportedLedger(
                        LedgerCsv.of(page.entries()),
                        bundle.json(),
                        page.entries().size(),
                        page.next().isEmpty()));
    }

    /** Opens one field of one entry for somebody outside, for a stated reason. */
    public Result<LedgerExport> disclose(Caller caller, String entryId, Form body) {
        return authorizer.handle(Action.DISCLOSE_FIELD, EntryType.LEDGER_DISCLOSED, caller, asked -> {
            var request = asked.about(Field.SUBJECT, entryId);
            var field = field(body);
            var reason = body.string("reason", MAX_REASON);
            return request.check(
                    body.checked(field::orElseThrow),
                    opened -> disclose(
                            request.about(Map.of(Field.NARRATIVE, reason, Field.QUERY, opened.code())),
                            entryId,
                            opened));
        });
    }

    private Result<LedgerExport> disclose(AuthorizedRequest request, String entryId, Field field) {
        var place = readLedger.located(entryId);
        if (place.isEmpty()) {
            return request.notFound();
        }
        var entry = pages.opened(List.of(place.get().entry())).getFirst();
        var opening = Optional.ofNullable(entry.openings().get(field));
        if (opening.isEmpty()) {
            return request.invalid(
                    List.of(new Problem("field", "unknown", "the entry has no such field, or its opening is deleted")));
        }
        var disclosed = entry.opened(Map.<Field, Opening>of(field, opening.get()));
        var head = place.get().head();
        return request.answer(new LedgerExport(head.note(), log.exported(List.of(disclosed), head)));
    }

    private static Optional<Field> field(Form body) {
        return body.code(
                "field",
                code -> code.length() > MAX_CODE
                        ? Optional.empty()
                        : Stream.of(Field.values())
                                .filter(one -> one.code().equals(code))
                                .findFirst(),
                "a committed field, such as plate");
    }
}
