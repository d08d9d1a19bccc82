package passby.core.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;
import passby.core.search.AnsweredReads;

/** The stored reads inside a scope: none whose retention is over, even where it was not deleted yet (product.md, E4). */
final class GrantedReads {
    private static final int PAGE = 100;

    private final Reads reads;
    private final Supplier<CityKey> cityKey;

    GrantedReads(Reads reads, Supplier<CityKey> cityKey) {
        this.reads = reads;
        this.cityKey = cityKey;
    }

    /** Oldest first by plate, and at most {@code limit} and one more. */
    List<Read> find(GrantScope scope, EffectivePolicy policy, Instant now, int limit) {
        var found = new ArrayList<Read>();
        var keys = scope.plates().stream()
                .map(named -> cityKey.get().plateKey(named.plate()))
                .distinct()
                .toList();
        for (var key : keys) {
            add(found, key, scope, policy, now, limit);
        }
        return found;
    }

    private void add(List<Read> found, PlateKey key, GrantScope scope, EffectivePolicy policy, Instant now, int limit) {
        @Nullable ReadRef after = null;
        do {
            var page = reads.byPlate(key, scope.from(), scope.to(), after, PAGE);
            page.reads().stream()
                    .filter(scope::holds)
                    .filter(read -> AnsweredReads.isAnswered(read, null, policy, now))
                    .limit(limit + 1L - found.size())
                    .forEach(found::add);
            after = page.next();
        } while (after != null && found.size() <= limit);
    }
}
