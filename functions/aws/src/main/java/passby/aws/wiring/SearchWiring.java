package passby.aws.wiring;

import java.util.concurrent.ExecutorService;
import passby.core.reason.ReasonRules;
import passby.core.search.CorrectRead;
import passby.core.search.DecoyRows;
import passby.core.search.PageTokens;
import passby.core.search.Purposes;
import passby.core.search.RequestPartialSearch;
import passby.core.search.SearchCameras;
import passby.core.search.SearchPartialPlates;
import passby.core.search.SearchPlates;
import passby.core.search.SilentCameras;
import passby.core.search.ViewRead;
import passby.core.search.ViewReadPicture;

/** Use cases of searches and of what they open. */
public final class SearchWiring {
    private final Wiring wiring;
    private final DecoyRows decoys;

    SearchWiring(Wiring wiring) {
        this.wiring = wiring;
        var placed = wiring.stores().decoyReads();
        var key = wiring.services().cityKey();
        this.decoys = new DecoyRows(
                now -> placed.reads(key.get(), now), wiring.stores().seenReads(), wiring.clock());
    }

    /** @param pool on which several cameras are looked at at once */
    public SearchPlates searchPlates(ExecutorService pool) {
        var key = wiring.services().cityKey();
        return new SearchPlates(
                wiring.authorizer(),
                wiring.stores().seenReads(),
                silent(pool),
                wiring.stores().limits(),
                new PageTokens(key, wiring.entropy()),
                purposes(),
                key,
                wiring.stores().ledger(),
                wiring.clock());
    }

    /** @param pool on which several plates are looked for at once */
    public SearchPartialPlates searchPartialPlates(ExecutorService pool) {
        var key = wiring.services().cityKey();
        return new SearchPartialPlates(
                wiring.authorizer(),
                wiring.stores().waitingSearches(),
                wiring.stores().plateIndex(pool),
                wiring.stores().seenReads(),
                silent(pool),
                pool,
                wiring.stores().limits(),
                new PageTokens(key, wiring.entropy()),
                purposes(),
                key,
                wiring.stores().ledger(),
                wiring.clock());
    }

    /** @param pool on which several cameras and rows are looked at at once */
    public SearchCameras searchCameras(ExecutorService pool) {
        return new SearchCameras(
                wiring.authorizer(),
                wiring.stores().cameras(),
                decoys.among(),
                pool,
                wiring.stores().limits(),
                new PageTokens(wiring.services().cityKey(), wiring.entropy()),
                purposes(),
                wiring.stores().ledger(),
                wiring.clock());
    }

    public ViewRead viewRead() {
        return new ViewRead(
                wiring.authorizer(),
                wiring.stores().frames(),
                wiring.stores().seenReads(),
                decoys,
                wiring.stores().limits(),
                purposes(),
                wiring.clock());
    }

    public CorrectRead correctRead() {
        return new CorrectRead(
                wiring.authorizer(),
                wiring.stores().frames(),
                wiring.stores().seenReads(),
                wiring.stores().corrections(),
                wiring.stores().openings()::find,
                wiring.services().cityKey(),
                wiring.ids(),
                wiring.clock());
    }

    public RequestPartialSearch requestPartialSearch() {
        return new RequestPartialSearch(
                wiring.authorizer(),
                wiring.stores().waitingSearches(),
                wiring.stores().openings()::find,
                wiring.stores().people(),
                purposes(),
                wiring.services().cityKey(),
                wiring.ids(),
                wiring.clock());
    }

    public ViewReadPicture viewReadPicture() {
        return new ViewReadPicture(
                wiring.authorizer(),
                wiring.stores().frames(),
                wiring.stores().seenReads(),
                decoys,
                wiring.pictures(),
                purposes(),
                wiring.clock());
    }

    private SilentCameras silent(ExecutorService pool) {
        return new SilentCameras(
                wiring.stores().cameras(),
                wiring.stores().cameraUses(),
                wiring.stores().seenReads(),
                pool);
    }

    private Purposes purposes() {
        return new Purposes(ReasonRules.load(), wiring.counters(), wiring.clock());
    }
}
