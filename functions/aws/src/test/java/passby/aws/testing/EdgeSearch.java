package passby.aws.testing;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import passby.aws.http.Authentication;
import passby.aws.search.SearchHandler;
import passby.core.conduct.InMemoryDecoyReads;
import passby.core.conduct.InMemoryMarkedPlates;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.people.Caller;
import passby.core.reason.ReasonRules;
import passby.core.request.Authorizer;
import passby.core.search.CorrectRead;
import passby.core.search.DecoyRows;
import passby.core.search.InMemoryPlateIndex;
import passby.core.search.PageTokens;
import passby.core.search.Purposes;
import passby.core.search.RequestPartialSearch;
import passby.core.search.SearchCameras;
import passby.core.search.SearchPartialPlates;
import passby.core.search.SearchPlates;
import passby.core.search.SilentCameras;
import passby.core.search.ViewRead;
import passby.core.search.ViewReadPicture;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** The searches of {@link EdgeCity}, over its stores. */
final class EdgeSearch {
    private final InMemoryCity stores;
    private final Entry opened;
    private final MutableClock clock;

    /** @param opened an entry that is known besides those of the stores */
    EdgeSearch(InMemoryCity stores, Entry opened, MutableClock clock) {
        this.stores = stores;
        this.opened = opened;
        this.clock = clock;
    }

    SearchHandler handler(Authorizer authorizer, Authentication<Caller> people, Entropy entropy, Ulids ids) {
        var counters = stores.counters();
        var ledger = stores.ledger();
        var purposes = new Purposes(ReasonRules.load(), counters, clock);
        var silent = new SilentCameras(
                stores.cameras(), stores.cameraUses(), stores.frames(), Executors.newVirtualThreadPerTaskExecutor());
        var search = new SearchPlates(
                authorizer,
                stores.frames(),
                silent,
                stores.limits(),
                new PageTokens(() -> TestData.CITY_KEY, entropy),
                purposes,
                () -> TestData.CITY_KEY,
                ledger,
                clock);
        var partial = new SearchPartialPlates(
                authorizer,
                stores.waitingSearches(),
                new InMemoryPlateIndex(stores.frames()),
                stores.frames(),
                silent,
                Executors.newVirtualThreadPerTaskExecutor(),
                stores.limits(),
                new PageTokens(() -> TestData.CITY_KEY, entropy),
                purposes,
                () -> TestData.CITY_KEY,
                ledger,
                clock);
        var byCamera = new SearchCameras(
                authorizer,
                stores.cameras(),
                stores.frames(),
                Executors.newVirtualThreadPerTaskExecutor(),
                stores.limits(),
                new PageTokens(() -> TestData.CITY_KEY, entropy),
                purposes,
                ledger,
                clock);
        var requests = new RequestPartialSearch(
                authorizer,
                stores.waitingSearches(),
                opened -> opened.stream().collect(Collectors.toMap(id -> id, ledger::openings)),
                stores.people(),
                purposes,
                () -> TestData.CITY_KEY,
                ids,
                clock);
        var placed = new InMemoryDecoyReads(ledger, new InMemoryMarkedPlates(ledger));
        var decoys = new DecoyRows(now -> placed.reads(TestData.CITY_KEY, now), stores.frames(), clock);
        var pictures = new ViewReadPicture(
                authorizer, stores.frames(), stores.frames(), decoys, stores.pictures(), purposes, clock);
        var view = new ViewRead(authorizer, stores.frames(), stores.frames(), decoys, stores.limits(), purposes, clock);
        var correct = new CorrectRead(
                authorizer,
                stores.frames(),
                stores.frames(),
                stores.frames(),
                asked -> Map.of(opened.entryId(), opened.openings()),
                () -> TestData.CITY_KEY,
                ids,
                clock);
        return new SearchHandler(people, search, partial, byCamera, view, correct, requests, pictures, counters, clock);
    }
}
