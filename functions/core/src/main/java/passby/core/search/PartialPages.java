package passby.core.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import passby.core.hotlist.MatchType;
import passby.core.plate.IssuingState;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;

/**
 * The reads of the plates that fit a pattern, page by page, plate after plate in the order of their keys. A page looks at a
 * bounded number of plates, so that it may end before it is full.
 */
final class PartialPages {
    /** As many plates as are looked at for one page: a plate of which nothing lies in the window costs a look too. */
    static final int PLATES_A_PAGE = 512;

    private static final int AT_ONCE = 32;
    private static final String ALL = "-";

    private final Reads reads;
    private final ExecutorService pool;

    PartialPages(Reads reads, ExecutorService pool) {
        this.reads = reads;
        this.pool = pool;
    }

    /**
     * @param next after which row the next page begins, or null at the end; a row id of "-" stands for all of its plate's
     * @param plates how many were looked at
     */
    record Page(List<Row> rows, @Nullable ReadRef next, int plates) {}

    Page page(
            EffectivePolicy policy,
            PartialQuery query,
            List<PlateKey> keys,
            @Nullable ReadRef after,
            int limit,
            Instant now) {
        var left = keys.stream()
                .filter(key -> after == null || isNotBefore(key, after))
                .toList();
        var rows = new ArrayList<Row>();
        for (var from = 0; from < left.size(); from += AT_ONCE) {
            if (from >= PLATES_A_PAGE) {
                return new Page(rows, endOf(left.get(from - 1), query), from);
            }
            var batch = left.subList(from, Math.min(from + AT_ONCE, left.size()));
            for (var found : Together.look(pool, batch, key -> answered(policy, query, key, after, limit, now))) {
                for (var read : found) {
                    if (rows.size() == limit) {
                        return new Page(rows, ReadRef.of(rows.getLast().read()), from + batch.size());
                    }
                    rows.add(new Row(read, match(read, query)));
                }
            }
        }
        return new Page(rows, null, left.size());
    }

    private static boolean isNotBefore(PlateKey key, ReadRef after) {
        var order = key.value().compareTo(after.plateKey().value());
        return order > 0 || (order == 0 && !after.readId().equals(ALL));
    }

    private static ReadRef endOf(PlateKey key, PartialQuery query) {
        return new ReadRef(key, query.to(), ALL);
    }

    /** One more than fits tells that there is a next page. */
    private List<Read> answered(
            EffectivePolicy policy, PartialQuery query, PlateKey key, @Nullable ReadRef after, int limit, Instant now) {
        var answered = new ArrayList<Read>();
        var from = after != null && after.plateKey().equals(key) ? after : null;
        do {
            var page = reads.byPlate(key, query.from(), query.to(), from, limit + 1);
            page.reads().stream()
                    .filter(read -> AnsweredReads.isAnswered(read, query.state(), policy, now))
                    .forEach(answered::add);
            from = page.next();
        } while (from != null && answered.size() <= limit);
        return answered;
    }

    private static MatchType match(Read read, PartialQuery query) {
        return query.state() != null && read.state() instanceof IssuingState.Unknown
                ? MatchType.STATE_UNKNOWN
                : MatchType.WILDCARD;
    }
}
