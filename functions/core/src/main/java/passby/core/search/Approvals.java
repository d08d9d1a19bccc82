package passby.core.search;

import java.time.Instant;
import java.util.Optional;
import passby.core.id.Base32;
import passby.core.id.Digests;
import passby.core.plate.CityKey;
import passby.core.search.WaitingSearch.State;

/** Whether a search is the one that a second person allowed. */
final class Approvals {
    private Approvals() {}

    /** Keyed, because a plate's part and a case number can be guessed. */
    static String digest(CityKey key, PartialSearch search) {
        return Base32.encode(
                key.hmac(Digests.framed(Digests.utf8("passby/search-request1"), Digests.utf8(search.canonical()))));
    }

    /** How the request stands for this search by this person; empty when it is another's, or of another search. */
    static Optional<State> state(WaitingSearch waiting, String personId, String digest, Instant now) {
        return waiting.personId().equals(personId) && waiting.digest().equals(digest)
                ? Optional.of(waiting.state(now))
                : Optional.empty();
    }
}
