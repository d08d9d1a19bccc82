package passby.core.search;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.people.Caller;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import passby.core.policy.Action;
import passby.core.policy.Limits;
import passby.core.read.Reads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.request.StoredRequests;
import passby.core.search.SearchPlates.FoundRows;
import passby.core.search.WaitingSearch.State;

/**
 * Finds the reads of the plates that fit a part of one, once a second person has allowed exactly this search. It goes over the
 * distinct plates, never over all reads. An approval is used up by the first page, together with that page's entry.
 */
public final class SearchPartialPlates {
    private static final String ALL_CAMERAS = "all";
    private static final int MAX_ASKED = 64;
    private static final String NOT_APPROVED = "Nobody has approved this search, or the approval ran out or was used.";
    private static final String AT_THE_SAME_MOMENT = "The approval was used at the same moment.";
    private static final Problem OTHER_SEARCH =
            new Problem("requestId", "malformed", "the id of your own request for exactly this search");
    private static final Problem TOO_OPEN = new Problem(
            "pattern",
            "out-of-range",
            "two known characters side by side or one apart, or one of them at a known place from the left");

    private final Authorizer authorizer;
    private final StoredRequests<WaitingSearch> searches;
    private final PlateIndex index;
    private final PartialPages pages;
    private final SilentCameras silent;
    private final HourlySearches hourly;
    private final PageTokens pageTokens;
    private final Purposes purposes;
    private final Supplier<CityKey> cityKey;
    private final Ledger ledger;
    private final Clock clock;

    /** @param pool on which the reads of several plates are looked for at once */
    public SearchPartialPlates(
            Authorizer authorizer,
            StoredRequests<WaitingSearch> searches,
            PlateIndex index,
            Reads reads,
            SilentCameras silent,
            ExecutorService pool,
            Limits limits,
            PageTokens pageTokens,
            Purposes purposes,
            Supplier<CityKey> cityKey,
            Ledger ledger,
            Clock clock) {
        this.authorizer = authorizer;
        this.searches = searches;
        this.index = index;
        this.pages = new PartialPages(reads, pool);
        this.silent = silent;
        this.hourly = new HourlySearches(limits);
        this.pageTokens = pageTokens;
        this.purposes = purposes;
        this.cityKey = cityKey;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Result<FoundRows> handle(Caller caller, Form body) {
        return authorizer.handle(
                Action.SEARCH_PARTIAL_PLATE,
                EntryType.SEARCH,
                caller,
                request -> request.about(asked(body))
                        .check(
                                PartialSearch.parse(body, request.policy(), purposes, clock.instant()),
                                search -> search.pageToken() == null ? first(request, search) : next(request, search)));
    }

    private static Map<Field, String> asked(Form body) {
        var asked = new EnumMap<Field, String>(Field.class);
        asked.put(Field.CAMERAS, ALL_CAMERAS);
        body.asSent("pattern", MAX_ASKED).ifPresent(pattern -> asked.put(Field.PLATE, pattern));
        return asked;
    }

    private Result<FoundRows> first(AuthorizedRequest request, PartialSearch search) {
        var now = clock.instant();
        var by = request.caller().person().personId();
        var digest = Approvals.digest(cityKey.get(), search);
        var waiting = searches.find(Objects.requireNonNull(search.requestId()));
        var state = waiting.flatMap(found -> Approvals.state(found, by, digest, now));
        if (state.isEmpty()) {
            return request.invalid(List.of(OTHER_SEARCH));
        }
        if (state.get() != State.APPROVED) {
            return request.refuse(new Refusal.Conflict(NOT_APPROVED, state.get().code()));
        }
        var keys = index.find(search.query().pattern());
        if (keys.isEmpty()) {
            return request.invalid(List.of(TOO_OPEN));
        }
        return hourly.counted(request, now, () -> first(request, search, waiting.orElseThrow(), keys.get(), now));
    }

    private Result<FoundRows> first(
            AuthorizedRequest request, PartialSearch search, WaitingSearch waiting, List<PlateKey> keys, Instant now) {
        var page = page(request, search, null, keys, now);
        var decision = Objects.requireNonNull(waiting.decision());
        var entry = about(request, search, page, keys).entry(List.of(waiting.entryId(), decision.entryId()));
        var found = found(request, search, page, entry.entryId(), 0, now);
        return request.commit(found, searches.revise(waiting.used(), entry), AT_THE_SAME_MOMENT);
    }

    private Result<FoundRows> next(AuthorizedRequest request, PartialSearch search) {
        var now = clock.instant();
        var by = request.caller().person().personId();
        var place = pageTokens.open(Objects.requireNonNull(search.pageToken()), by, search.canonical(), now);
        var keys = index.find(search.query().pattern());
        if (place.isEmpty() || keys.isEmpty()) {
            return request.invalid(List.of(PageTokens.REFUSED));
        }
        var page = page(request, search, place.get(), keys.get(), now);
        var entry = about(request, search, page, keys.get())
                .entry(List.of(place.get().entryId()));
        var accepted = ledger.append(entry);
        return new Result.Done<>(
                found(request, search, page, place.get().entryId(), place.get().rows(), now), accepted);
    }

    private PartialPages.Page page(
            AuthorizedRequest request,
            PartialSearch search,
            PageTokens.@Nullable Place place,
            List<PlateKey> keys,
            Instant now) {
        var bounds = request.policy().bounds();
        var answered = place == null ? 0 : place.rows();
        var limit = Math.min(bounds.pageRows(), bounds.searchRows() - answered);
        return pages.page(request.policy(), search.query(), keys, place == null ? null : place.after(), limit, now);
    }

    private static AuthorizedRequest about(
            AuthorizedRequest request, PartialSearch search, PartialPages.Page page, List<PlateKey> keys) {
        return request.about(search.purpose().committed())
                .about(Map.of(
                        Field.PLATE, search.query().pattern().text(),
                        Field.QUERY, search.query().canonical(),
                        Field.CAMERAS, ALL_CAMERAS,
                        Field.COUNTS, keys.size() + " plates fit, " + page.plates() + " looked at",
                        Field.RESULT_COUNT, String.valueOf(page.rows().size())));
    }

    private FoundRows found(
            AuthorizedRequest request,
            PartialSearch search,
            PartialPages.Page page,
            String firstEntry,
            int before,
            Instant now) {
        var rows = before + page.rows().size();
        var token = pageTokens.next(request, page.next(), firstEntry, rows, search.canonical(), now);
        var query = search.query();
        return new FoundRows(page.rows(), silent.in(query.from(), query.to(), page.rows()), token);
    }
}
