package passby.core.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.hotlist.MatchType;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.people.Caller;
import passby.core.plate.CityKey;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.read.Correction;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;
import passby.core.search.SearchCameras.SilentCamera;

/**
 * Finds the reads of one plate for one stated purpose. The rows are counted and the entry is durable before the first of
 * them is answered; a search that is refused, for whatever reason, is in the ledger too.
 */
public final class SearchPlates {
    /**
     * One page.
     *
     * @param silent cameras of the city that read nothing in the window
     * @param nextPage token for the rows that did not fit, or null when these are all
     */
    public record FoundRows(
            List<Row> rows,
            List<SilentCamera> silent,
            @Nullable String nextPage) {
        public FoundRows {
            rows = List.copyOf(rows);
            silent = List.copyOf(silent);
        }

        /** A page token opens what its bearer may see: it is printed nowhere. */
        @Override
        public String toString() {
            return "FoundRows[" + rows.size() + " rows]";
        }
    }

    /** A search by plate looks at what every camera of the city read. */
    private static final String ALL_CAMERAS = "all";

    private static final int MAX_ASKED = 64;

    private final Authorizer authorizer;
    private final Reads reads;
    private final SilentCameras silent;
    private final HourlySearches hourly;
    private final PageTokens pageTokens;
    private final Purposes purposes;
    private final Supplier<CityKey> cityKey;
    private final Ledger ledger;
    private final Clock clock;

    public SearchPlates(
            Authorizer authorizer,
            Reads reads,
            SilentCameras silent,
            Limits limits,
            PageTokens pageTokens,
            Purposes purposes,
            Supplier<CityKey> cityKey,
            Ledger ledger,
            Clock clock) {
        this.authorizer = authorizer;
        this.reads = reads;
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
                Action.SEARCH_PLATE,
                EntryType.SEARCH,
                caller,
                request -> request.about(asked(body))
                        .check(
                                SearchRequest.parse(body, request.policy(), purposes, clock.instant()),
                                search -> search.pageToken() == null ? first(request, search) : next(request, search)));
    }

    /** What a refused search asked for is in its entry too; a search that is done commits to what it understood instead. */
    private static Map<Field, String> asked(Form body) {
        var asked = new EnumMap<Field, String>(Field.class);
        asked.put(Field.CAMERAS, ALL_CAMERAS);
        body.asSent("plate", MAX_ASKED).ifPresent(plate -> asked.put(Field.PLATE, plate));
        var span = Stream.of("state", "from", "to")
                .flatMap(name -> body.asSent(name, MAX_ASKED).stream().map(value -> name + " " + value))
                .collect(Collectors.joining(", "));
        if (!span.isEmpty()) {
            asked.put(Field.QUERY, span);
        }
        return asked;
    }

    private Result<FoundRows> first(AuthorizedRequest request, SearchRequest search) {
        var now = clock.instant();
        return hourly.counted(request, now, () -> answer(request, search, null, now));
    }

    private Result<FoundRows> next(AuthorizedRequest request, SearchRequest search) {
        var now = clock.instant();
        var by = request.caller().person().personId();
        return pageTokens
                .open(Objects.requireNonNull(search.pageToken()), by, search.canonical(), now)
                .map(place -> answer(request, search, place, now))
                .orElseGet(() -> request.invalid(List.of(PageTokens.REFUSED)));
    }

    private Result<FoundRows> answer(
            AuthorizedRequest request, SearchRequest search, PageTokens.@Nullable Place place, Instant now) {
        var query = search.query();
        var bounds = request.policy().bounds();
        var answered = place == null ? 0 : place.rows();
        var page =
                page(request.policy(), query, place, Math.min(bounds.pageRows(), bounds.searchRows() - answered), now);
        var entry = request.about(search.purpose().committed())
                .about(Map.of(
                        Field.PLATE, query.plate().raw(),
                        Field.QUERY, query.canonical(),
                        Field.CAMERAS, ALL_CAMERAS,
                        Field.RESULT_COUNT, String.valueOf(page.rows().size())))
                .entry(place == null ? List.of() : List.of(place.entryId()));
        var accepted = ledger.append(entry);
        var rows = answered + page.rows().size();
        var firstEntry = place == null ? accepted.entryId() : place.entryId();
        var token = pageTokens.next(request, page.next(), firstEntry, rows, search.canonical(), now);
        return new Result.Done<>(
                new FoundRows(page.rows(), silent.in(query.from(), query.to(), page.rows()), token), accepted);
    }

    private record Page(List<Row> rows, @Nullable ReadRef next) {}

    /** Reads on until the page is full: rows that may not be answered any more do not count. */
    private Page page(EffectivePolicy policy, Query query, PageTokens.@Nullable Place place, int limit, Instant now) {
        var key = cityKey.get().plateKey(query.plate());
        var rows = new ArrayList<Row>();
        var after = place == null ? null : place.after();
        do {
            var page = reads.byPlate(key, query.from(), query.to(), after, limit - rows.size());
            for (var read : page.reads()) {
                if (AnsweredReads.isAnswered(read, query.state(), policy, now)) {
                    rows.add(new Row(read, match(read, key, query)));
                }
            }
            after = page.next();
        } while (after != null && rows.size() < limit);
        return new Page(rows, after);
    }

    /** A read that is found by its correction agrees as the corrected plate does. */
    private static MatchType match(Read read, PlateKey key, Query query) {
        var correction = read.correctedTo(key);
        var plate = correction.map(Correction::plate).orElseGet(read::plate);
        var stated = correction.flatMap(one -> Optional.ofNullable(one.state())).isPresent();
        return match(plate, stated || !(read.state() instanceof IssuingState.Unknown), query);
    }

    private static MatchType match(Plate read, boolean knowsState, Query query) {
        if (query.state() != null && !knowsState) {
            return MatchType.STATE_UNKNOWN;
        }
        if (read.equals(query.plate())) {
            return MatchType.EXACT;
        }
        return read.foldO().equals(query.plate().foldO()) ? MatchType.O0_FOLD : MatchType.OCR_EQUIVALENT;
    }
}
