package passby.core.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;
import passby.core.sealing.EntryIndex;
import passby.core.sealing.Head;
import passby.core.tlog.InclusionProof;

/** Shows entries with the fields that can be opened: all to those who audit, their own to everybody. */
public final class ReadLedger {
    private static final int PAGE = 100;

    /**
     * A page of entries.
     *
     * @param checkpoint of the log as it was read, or null before anything was sealed
     * @param nextPage token, or null for the last page
     */
    public record FoundEntries(
            @Nullable Head checkpoint,
            List<LoggedEntry> entries,
            @Nullable String nextPage) {
        public FoundEntries {
            entries = List.copyOf(entries);
        }

        /** A page token opens what its bearer may see: it is printed nowhere. */
        @Override
        public String toString() {
            return "FoundEntries[" + entries.size() + "]";
        }
    }

    /** One entry, with what proves that it is in the log. */
    public record ProvedEntry(LoggedEntry entry, InclusionProof proof) {}

    private final Authorizer authorizer;
    private final SealedLog log;
    private final LedgerPages pages;
    private final EntryIndex index;
    private final LedgerPageTokens tokens;
    private final Clock clock;

    public ReadLedger(
            Authorizer authorizer,
            SealedLog log,
            LedgerPages pages,
            EntryIndex index,
            LedgerPageTokens tokens,
            Clock clock) {
        this.authorizer = authorizer;
        this.log = log;
        this.pages = pages;
        this.index = index;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Entries by time, type and person, a hundred a page. */
    public Result<FoundEntries> search(Caller caller, Form body) {
        return authorizer.handle(
                Action.SEARCH_LEDGER,
                EntryType.LEDGER_VIEWED,
                caller,
                request -> request.check(LedgerQuery.parse(body), query -> find(request, query)));
    }

    /** The caller's own entries: what the city wrote down about them. */
    public Result<FoundEntries> mine(Caller caller, Form body) {
        var self = caller.person().personId();
        return authorizer.handle(
                Action.VIEW_OWN_ENTRIES,
                EntryType.LEDGER_VIEWED,
                caller,
                request -> request.check(
                        LedgerQuery.parse(body),
                        query -> query.person() != null && !query.person().equals(self)
                                ? request.invalid(List.of(new Problem("person", "malformed", "nobody but yourself")))
                                : find(
                                        request,
                                        new LedgerQuery(
                                                query.from(), query.to(), query.type(), self, query.pageToken()))));
    }

    public Result<ProvedEntry> one(Caller caller, String entryId) {
        return authorizer.handle(Action.VIEW_ENTRY, EntryType.LEDGER_VIEWED, caller, asked -> {
            var request = asked.about(Field.SUBJECT, entryId);
            return located(entryId)
                    .map(place -> request.answer(new ProvedEntry(
                            pages.opened(List.of(place.entry())).getFirst(),
                            log.proof(place.entry().index(), place.head()))))
                    .orElseGet(request::notFound);
        });
    }

    /** A sealed entry under the newest checkpoint. */
    record Place(LoggedEntry entry, Head head) {}

    /** Empty for an entry that is not in the log, or not yet. */
    Optional<Place> located(String entryId) {
        var position = index.find(entryId);
        return log.head()
                .filter(head -> position.isPresent()
                        && position.getAsLong() < head.checkpoint().size())
                .map(head -> new Place(
                        log.from(position.getAsLong(), head.checkpoint().size()).getFirst(), head));
    }

    private Result<FoundEntries> find(AuthorizedRequest asked, LedgerQuery query) {
        var request = asked.about(Field.QUERY, query.canonical());
        var by = request.caller().person().personId();
        var token = query.pageToken();
        if (token == null) {
            return find(request, query, (Long) null);
        }
        var after = tokens.open(token, by, query, clock.instant());
        return after.isPresent()
                ? find(request, query, after.getAsLong())
                : request.invalid(List.of(new Problem(
                        "pageToken", "malformed", "the token of this query's last page, within 5 minutes")));
    }

    private Result<FoundEntries> find(AuthorizedRequest request, LedgerQuery query, @Nullable Long after) {
        var head = log.head();
        if (head.isEmpty()) {
            return request.about(Field.RESULT_COUNT, "0").answer(new FoundEntries(null, List.of(), null));
        }
        var page = pages.page(query, head.get(), after, PAGE);
        var by = request.caller().person().personId();
        var next = page.next().isPresent() ? tokens.seal(page.next().getAsLong(), by, query, clock.instant()) : null;
        return request.about(Field.RESULT_COUNT, String.valueOf(page.entries().size()))
                .answer(new FoundEntries(head.get(), page.entries(), next));
    }
}
