package passby.core.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.hotlist.MatchType;
import passby.core.ledger.Accepted;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.plate.CityKey;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.policy.Action;
import passby.core.policy.Authorizer;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import passby.core.retention.RetentionClock;

/**
 * Finds the reads of one plate for one stated purpose. The rows are counted and the entry is durable before the first of
 * them is answered; a search that is refused, for whatever reason, is in the ledger too.
 */
public final class SearchPlates {
    /** What came of a search. */
    public sealed interface Answer {
        /** @param nextPage token for the rows that did not fit, or null when these are all */
        record Found(List<Row> rows, @Nullable String nextPage, Accepted accepted) implements Answer {
            public Found {
                rows = List.copyOf(rows);
            }

            /** A page token opens what its bearer may see: it is printed nowhere. */
            @Override
            public String toString() {
                return "Found[" + rows.size() + " rows, " + accepted + "]";
            }
        }

        record Invalid(List<Problem> problems, Accepted accepted) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** More searches in this hour than the bound. */
        record TooMany(int perHour, Accepted accepted) implements Answer {}

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    private final Authorizer authorizer;
    private final Reads reads;
    private final Limits limits;
    private final PageTokens pageTokens;
    private final Supplier<CityKey> cityKey;
    private final Ledger ledger;
    private final Clock clock;

    public SearchPlates(
            Authorizer authorizer,
            Reads reads,
            Limits limits,
            PageTokens pageTokens,
            Supplier<CityKey> cityKey,
            Ledger ledger,
            Clock clock) {
        this.authorizer = authorizer;
        this.reads = reads;
        this.limits = limits;
        this.pageTokens = pageTokens;
        this.cityKey = cityKey;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Answer handle(Caller caller, Form body) {
        return switch (authorizer.authorize(Action.SEARCH_PLATE, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                switch (SearchRequest.parse(body, policy, clock.instant())) {
                    case Checked.Invalid<SearchRequest>(var problems) -> invalid(caller, policy, problems);
                    case Checked.Valid<SearchRequest>(var request) -> search(caller, policy, request);
                };
        };
    }

    private Answer search(Caller caller, EffectivePolicy policy, SearchRequest request) {
        var now = clock.instant();
        var perHour = policy.bounds().searchesPerHour();
        if (request.pageToken() == null
                && limits.use("search#" + caller.person().personId(), Limits.Window.HOUR, now, 1, perHour) == 0) {
            var reason = "more than " + perHour + " searches in an hour";
            return new Answer.TooMany(perHour, authorizer.refuse(EntryType.SEARCH, policy, caller, reason, Map.of()));
        }
        if (request.pageToken() == null) {
            return answer(caller, policy, request, null, now);
        }
        var place = pageTokens.open(request.pageToken(), caller.person().personId(), request.query(), now);
        if (place.isEmpty()) {
            var problem =
                    new Problem("pageToken", "malformed", "the token of this search's last page, within 5 minutes");
            return invalid(caller, policy, List.of(problem));
        }
        return answer(caller, policy, request, place.get(), now);
    }

    private Answer invalid(Caller caller, EffectivePolicy policy, List<Problem> problems) {
        var reason = Problem.summary(problems);
        return new Answer.Invalid(problems, authorizer.refuse(EntryType.SEARCH, policy, caller, reason, Map.of()));
    }

    private Answer answer(
            Caller caller,
            EffectivePolicy policy,
            SearchRequest request,
            PageTokens.@Nullable Place place,
            Instant now) {
        var query = request.query();
        var answered = place == null ? 0 : place.rows();
        var page = page(
                policy,
                query,
                place,
                Math.min(policy.bounds().pageRows(), policy.bounds().searchRows() - answered),
                now);
        var committed = new EnumMap<Field, String>(request.purpose().committed());
        committed.put(Field.PLATE, query.plate().raw());
        committed.put(Field.QUERY, query.canonical());
        committed.put(Field.RESULT_COUNT, String.valueOf(page.rows().size()));
        var entry = authorizer.entry(
                EntryType.SEARCH,
                Outcome.DONE,
                policy,
                caller,
                committed,
                place == null ? List.of() : List.of(place.entryId()));
        var accepted = ledger.append(entry);
        var rows = answered + page.rows().size();
        var first = place == null ? accepted.entryId() : place.entryId();
        var token = page.next() == null || rows >= policy.bounds().searchRows()
                ? null
                : pageTokens.seal(
                        new PageTokens.Place(page.next(), first, rows),
                        caller.person().personId(),
                        query,
                        now);
        return new Answer.Found(page.rows(), token, accepted);
    }

    private record Found(List<Row> rows, @Nullable ReadRef next) {}

    /** Reads on until the page is full: rows that may not be answered any more do not count. */
    private Found page(EffectivePolicy policy, Query query, PageTokens.@Nullable Place place, int limit, Instant now) {
        var key = cityKey.get().plateKey(query.plate());
        var rows = new ArrayList<Row>();
        var after = place == null ? null : place.after();
        do {
            var page = reads.byPlate(key, query.from(), query.to(), after, limit - rows.size());
            for (var read : page.reads()) {
                if (isAnswered(read, query, policy, now)) {
                    rows.add(new Row(read, match(read.plate(), read.state(), query)));
                }
            }
            after = page.next();
        } while (after != null && rows.size() < limit);
        return new Found(rows, after);
    }

    /** Nothing past its retention is ever answered, even where it was not deleted yet (E4). */
    private static boolean isAnswered(Read read, Query query, EffectivePolicy policy, Instant now) {
        var retention = policy.retention(read.retentionClass());
        var alive = RetentionClock.mayAnswer(now, read.expiresAt(), read.retentionBase(), retention);
        return alive && agrees(read.state(), query.state());
    }

    /** An unknown state is shown for any state asked for: it may be the one, and the match type says so. */
    private static boolean agrees(IssuingState read, @Nullable String asked) {
        return switch (read) {
            case IssuingState.Unknown() -> true;
            case IssuingState.Issued known -> asked == null || known.code().equals(asked);
        };
    }

    private static MatchType match(Plate read, IssuingState state, Query query) {
        if (query.state() != null && state instanceof IssuingState.Unknown) {
            return MatchType.STATE_UNKNOWN;
        }
        if (read.equals(query.plate())) {
            return MatchType.EXACT;
        }
        return read.foldO().equals(query.plate().foldO()) ? MatchType.O0_FOLD : MatchType.OCR_EQUIVALENT;
    }
}
