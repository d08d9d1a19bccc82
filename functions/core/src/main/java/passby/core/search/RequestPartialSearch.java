package passby.core.search;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.plate.CityKey;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Decision;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.request.SecondOpinion;
import passby.core.request.SecondPerson;
import passby.core.request.StoredRequests;
import passby.core.search.WaitingSearch.State;

/**
 * Asks for a search by a part of a plate, and lets a second person decide. That person acts in a role that the one who asks
 * does not hold, with a second factor shown within five minutes. (product.md, E5)
 */
public final class RequestPartialSearch {
    /**
     * A request as the second person sees it.
     *
     * @param asked what is searched for and why, by the fields of its entry; empty once those are deleted
     */
    public record Waiting(WaitingSearch search, Map<Field, String> asked) {
        public Waiting {
            asked = Map.copyOf(asked);
        }
    }

    private static final List<Field> SHOWN = List.of(
            Field.QUERY,
            Field.OFFENCE,
            Field.CASE_NUMBER,
            Field.NARRATIVE,
            Field.PURPOSE,
            Field.ON_BEHALF_OF,
            Field.AGENCY);
    private static final String AT_THE_SAME_MOMENT = "Somebody else decided at the same moment.";
    private static final String CLOSED = "The request is decided or used.";

    private final Authorizer authorizer;
    private final StoredRequests<WaitingSearch> searches;
    private final RequestEntries entries;
    private final People people;
    private final Purposes purposes;
    private final Supplier<CityKey> cityKey;
    private final Ulids ids;
    private final Clock clock;

    public RequestPartialSearch(
            Authorizer authorizer,
            StoredRequests<WaitingSearch> searches,
            RequestEntries entries,
            People people,
            Purposes purposes,
            Supplier<CityKey> cityKey,
            Ulids ids,
            Clock clock) {
        this.authorizer = authorizer;
        this.searches = searches;
        this.entries = entries;
        this.people = people;
        this.purposes = purposes;
        this.cityKey = cityKey;
        this.ids = ids;
        this.clock = clock;
    }

    /** The body is that of the search, without an approval. */
    public Result<WaitingSearch> ask(Caller caller, Form body) {
        return authorizer.handle(
                Action.REQUEST_SEARCH,
                EntryType.SEARCH_REQUESTED,
                caller,
                authorized -> authorized.check(
                        PartialSearch.parseRequest(body, authorized.policy(), purposes, clock.instant()),
                        search -> ask(authorized, search)));
    }

    private Result<WaitingSearch> ask(AuthorizedRequest authorized, PartialSearch search) {
        var requestId = ids.next();
        var request = authorized
                .about(search.purpose().committed())
                .about(Map.of(
                        Field.SUBJECT, requestId, Field.QUERY, search.query().canonical()));
        var entry = request.entry();
        var waiting = WaitingSearch.of(
                requestId,
                request.caller().person().personId(),
                Approvals.digest(cityKey.get(), search),
                clock.instant(),
                entry.entryId());
        return request.commit(waiting, searches.add(waiting, entry), AT_THE_SAME_MOMENT);
    }

    /** Those that wait now, the oldest first. */
    public Result<List<Waiting>> list(Caller caller) {
        return authorizer.handle(Action.LIST_SEARCH_REQUESTS, EntryType.SEARCH_REQUESTS_LISTED, caller, request -> {
            var now = clock.instant();
            var waiting = searches.recent(SecondPerson.SEARCH, now).stream()
                    .filter(search -> search.state(now) == State.PENDING)
                    .toList();
            var opened =
                    entries.find(waiting.stream().map(WaitingSearch::entryId).toList());
            return request.answer(waiting.stream()
                    .map(search -> new Waiting(search, shown(opened.getOrDefault(search.entryId(), Map.of()))))
                    .toList());
        });
    }

    private static Map<Field, String> shown(Map<Field, Opening> opened) {
        var shown = new EnumMap<Field, String>(Field.class);
        SHOWN.forEach(field -> {
            var opening = opened.get(field);
            if (opening != null) {
                shown.put(field, opening.value());
            }
        });
        return shown;
    }

    /**
     * The body is {@code {"approve":true,"role":"program-manager","reason":"…"}}.
     *
     * @param requestId not validated here: an impossible one is treated, and recorded, as not found
     */
    public Result<WaitingSearch> decide(Caller caller, String requestId, Form body) {
        return authorizer.handle(Action.DECIDE_SEARCH_REQUEST, EntryType.SEARCH_REQUEST_DECIDED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, requestId);
            return request.check(
                    SecondOpinion.parse(body, caller.person()),
                    opinion -> searches.find(requestId)
                            .map(search -> decide(request.about(opinion.committed()), search, opinion))
                            .orElseGet(request::notFound));
        });
    }

    private Result<WaitingSearch> decide(AuthorizedRequest request, WaitingSearch search, SecondOpinion opinion) {
        var now = clock.instant();
        var state = search.state(now);
        if (!request.caller().hasFreshSecondFactor(now)) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        if (state != State.PENDING) {
            var late = state == State.LAPSED && search.decision() == null;
            return request.refuse(new Refusal.Conflict(late ? SecondPerson.LAPSED : CLOSED, state.code()));
        }
        if (!SecondPerson.isIndependent(request.caller().person(), opinion.role(), search.personId(), people)) {
            return request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        }
        var entry = request.entry(List.of(search.entryId()));
        var decided = search.decided(
                Decision.of(request.caller(), opinion.role(), entry.entryId()),
                opinion.approve() ? State.APPROVED : State.REJECTED);
        return request.commit(decided, searches.revise(decided, entry), AT_THE_SAME_MOMENT);
    }
}
