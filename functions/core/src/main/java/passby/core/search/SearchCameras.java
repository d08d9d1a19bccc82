package passby.core.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.Limits;
import passby.core.read.Read;
import passby.core.read.Reads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/**
 * Says what a few cameras read in one window, all of it or vehicles of a description, without the plates: each row is opened by
 * {@link ViewRead}, for a purpose of its own. Which cameras read nothing is part of the answer, and how many vehicles had no colour that
 * could be told. (product.md, B6, E3 and A8)
 */
public final class SearchCameras {
    /**
     * One page.
     *
     * @param reads what was read; whoever answers them leaves their plates out
     * @param silent cameras of the search that read nothing in the window
     * @param described how far the description goes, or null when none was given
     * @param nextPage token for the rows that did not fit, or null when these are all
     */
    public record SeenReads(
            List<Read> reads,
            List<SilentCamera> silent,
            @Nullable Described described,
            @Nullable String nextPage) {
        public SeenReads {
            reads = List.copyOf(reads);
            silent = List.copyOf(silent);
        }

        /** A page token opens what its bearer may see: it is printed nowhere. */
        @Override
        public String toString() {
            return "SeenReads[" + reads.size() + " reads]";
        }
    }

    /**
     * What the rows of a description leave out. They are a lead: a vehicle that is not among them may have passed all the same.
     *
     * @param looked reads of this page's part of the window, of whatever colour
     * @param colourUntold those of them whose picture told no colour: any of them may be the vehicle
     */
    public record Described(int looked, int colourUntold) {}

    /**
     * A camera that read nothing in the window. Why is known only when it was not in service: an empty street and a broken lens
     * look the same.
     *
     * @param retired whether it was retired before the window ended
     * @param suspended whether nothing that it reports is believed since some time before the window ended
     */
    public record SilentCamera(String cameraId, boolean retired, boolean suspended) {}

    private static final int MAX_ASKED = 64;

    private final Authorizer authorizer;
    private final Cameras cameras;
    private final CameraPages pages;
    private final HourlySearches hourly;
    private final PageTokens pageTokens;
    private final Purposes purposes;
    private final Ledger ledger;
    private final Clock clock;

    /** @param pool on which several cameras and rows are looked at at once */
    public SearchCameras(
            Authorizer authorizer,
            Cameras cameras,
            Reads reads,
            ExecutorService pool,
            Limits limits,
            PageTokens pageTokens,
            Purposes purposes,
            Ledger ledger,
            Clock clock) {
        this.authorizer = authorizer;
        this.cameras = cameras;
        this.pages = new CameraPages(reads, pool);
        this.hourly = new HourlySearches(limits);
        this.pageTokens = pageTokens;
        this.purposes = purposes;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Result<SeenReads> handle(Caller caller, Form body) {
        return authorizer.handle(
                Action.SEARCH_CAMERAS,
                EntryType.SEARCH,
                caller,
                request -> request.about(asked(body))
                        .check(
                                CameraSearch.parse(body, request.policy(), purposes, clock.instant()),
                                search -> search(request.about(search.purpose().committed()), search)));
    }

    private static Map<Field, String> asked(Form body) {
        var asked = new EnumMap<Field, String>(Field.class);
        var span = Stream.of("from", "to")
                .flatMap(name -> body.asSent(name, MAX_ASKED).stream().map(value -> name + " " + value))
                .collect(Collectors.joining(", "));
        if (!span.isEmpty()) {
            asked.put(Field.QUERY, span);
        }
        return asked;
    }

    private Result<SeenReads> search(AuthorizedRequest request, CameraSearch search) {
        var area = search.area();
        var found = (area == null
                        ? search.cameraIds().stream().flatMap(id -> cameras.find(id).stream())
                        : cameras.all().stream().filter(camera -> area.holds(camera.position())))
                // A camera whose owner is not in would look like a broken one; nobody searches it.
                .filter(camera -> camera.ownership().isSeen())
                .toList();
        if (area == null && found.size() < search.cameraIds().size()) {
            return request.invalid(List.of(new Problem("cameraIds", "malformed", "ids of cameras of this city")));
        }
        if (found.isEmpty() || found.size() > CameraSearch.MAX_CAMERAS) {
            return request.invalid(List.of(new Problem(
                    "area", "out-of-range", "an area in which a camera stands, and " + CameraSearch.TOO_MANY)));
        }
        var query = new CameraQuery(
                found.stream().map(Camera::cameraId).toList(), search.from(), search.to(), search.vehicle());
        return search(request.about(Field.CAMERAS, String.join(",", query.cameraIds())), search, found, query);
    }

    private Result<SeenReads> search(
            AuthorizedRequest request, CameraSearch search, List<Camera> found, CameraQuery query) {
        var now = clock.instant();
        var by = request.caller().person().personId();
        var bound = query.canonical() + search.purpose().canonical();
        var token = search.pageToken();
        if (token == null) {
            return hourly.counted(request, now, () -> answer(request, bound, found, query, null, now));
        }
        return pageTokens
                .open(token, by, bound, now)
                .map(place -> answer(request, bound, found, query, place, now))
                .orElseGet(() -> request.invalid(List.of(PageTokens.REFUSED)));
    }

    private Result<SeenReads> answer(
            AuthorizedRequest request,
            String bound,
            List<Camera> found,
            CameraQuery query,
            PageTokens.@Nullable Place place,
            Instant now) {
        var bounds = request.policy().bounds();
        var answered = place == null ? 0 : place.rows();
        var limit = Math.min(bounds.pageRows(), bounds.searchRows() - answered);
        var page = pages.page(request.policy(), query, place == null ? null : place.after(), limit, now);
        var accepted = ledger.append(request.about(Map.of(
                        Field.QUERY, query.canonical(),
                        Field.RESULT_COUNT, String.valueOf(page.reads().size())))
                .entry(place == null ? List.of() : List.of(place.entryId())));
        var rows = answered + page.reads().size();
        var first = place == null ? accepted.entryId() : place.entryId();
        var next = pageTokens.next(request, page.next(), first, rows, bound, now);
        var described = query.vehicle() == null ? null : new Described(page.looked(), page.untold());
        var silent = silent(found, query, page.reads());
        return new Result.Done<>(new SeenReads(page.reads(), silent, described, next), accepted);
    }

    private List<SilentCamera> silent(List<Camera> found, CameraQuery query, List<Read> seen) {
        var candidates = new ArrayList<>(query.cameraIds());
        seen.forEach(read -> candidates.remove(read.cameraId()));
        var silent = pages.silent(query, candidates);
        return found.stream()
                .filter(camera -> silent.contains(camera.cameraId()))
                .map(camera -> SilentCameras.of(camera, query.to()))
                .sorted(Comparator.comparing(SilentCamera::cameraId))
                .toList();
    }
}
