package passby.core.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BiPredicate;
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
public final class PartialPages {
    /** As many plates as are looked at for one page: a plate of which nothing lies in the window costs a look too. */
    static final int PLATES_A_PAGE = 512;

    private static final int AT_ONCE = 32;
    private static final String ALL = "-";

    private final Reads reads;
    private final ExecutorService pool;

    public PartialPages(Reads reads, ExecutorService pool) {
        this.reads = reads;
        this.pool = pool;
    }

    /**
     * @param next after which row the next page begins, or null at the end; a row id of "-" stands for all of its plate's
     * @param plates how many were looked at
     */
    public record Page(List<Row> rows, @Nullable ReadRef next, int plates) {}

    public Page page(
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
        @Nullable ReadRef last = null;
        var fitting = Set.copyOf(keys);
        BiPredicate<PlateKey, Read> rule = (key, read) ->
                isItsFirst(key, read, fitting) && AnsweredReads.isAnswered(read, query.state(), policy, now);
        for (var from = 0; from < left.size(); from += AT_ONCE) {
            if (from >= PLATES_A_PAGE) {
                return new Page(rows, endOf(left.get(from - 1), query), from);
            }
            var batch = left.subList(from, Math.min(from + AT_ONCE, left.size()));
            for (var found : Together.look(pool, batch, key -> answered(query, key, rule, after, limit))) {
                for (var read : found.reads()) {
                    if (rows.size() == limit) {
                        return new Page(rows, last, from + batch.size());
                    }
                    rows.add(new Row(read, match(read, query)));
                    last = ReadRef.under(found.key(), read);
                }
            }
        }
        return new Page(rows, null, left.size());
    }

    /** A read whose own plate fits and a corrected one too is one row. */
    private static boolean isItsFirst(PlateKey key, Read read, Set<PlateKey> fitting) {
        return read.foundUnder().stream()
                .filter(fitting::contains)
                .findFirst()
                .filter(key::equals)
                .isPresent();
    }

    private static boolean isNotBefore(PlateKey key, ReadRef after) {
        var order = key.value().compareTo(after.plateKey().value());
        return order > 0 || (order == 0 && !after.readId().equals(ALL));
    }

    private static ReadRef endOf(PlateKey key, PartialQuery query) {
        return new ReadRef(key, query.to(), ALL);
    }

    /** @param reads under that key, those that are found by a correction too */
    private record Found(PlateKey key, List<Read> reads) {}

    /** One more than fits tells that there is a next page. */
    private Found answered(
            PartialQuery query, PlateKey key, BiPredicate<PlateKey, Read> rule, @Nullable ReadRef after, int limit) {
        var answered = new ArrayList<Read>();
        var from = after != null && after.plateKey().equals(key) ? after : null;
        do {
            var page = reads.byPlate(key, query.from(), query.to(), from, limit + 1);
            page.reads().stream().filter(read -> rule.test(key, read)).forEach(answered::add);
            from = page.next();
        } while (from != null && answered.size() <= limit);
        return new Found(key, answered);
    }

    private static MatchType match(Read read, PartialQuery query) {
        return query.state() != null && read.state() instanceof IssuingState.Unknown
                ? MatchType.STATE_UNKNOWN
                : MatchType.WILDCARD;
    }
}
