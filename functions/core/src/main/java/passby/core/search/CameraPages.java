package passby.core.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.read.Reads;

/**
 * The reads of a few cameras, oldest first, page by page. The index names rows and may be a second behind; each row is then read
 * itself, so that nothing is answered that is deleted or past its retention.
 */
public final class CameraPages {
    /**
     * How often a page looks on when rows may not be answered, or are not the vehicle that is looked for: then it ends before it is full.
     * Twenty looks of a hundred rows, 32 at once, take about a third of a second.
     */
    private static final int MAX_ROUNDS = 20;

    private static final int ROUND = 100;

    private static final Comparator<ReadRef> BY_CAPTURE =
            Comparator.comparing(ReadRef::capturedAt).thenComparing(ReadRef::readId);

    private final Reads reads;
    private final ExecutorService pool;

    public CameraPages(Reads reads, ExecutorService pool) {
        this.reads = reads;
        this.pool = pool;
    }

    /**
     * @param looked reads of the window that this page went through, whether they are answered or not
     * @param untold those of them whose colour no picture told, where a vehicle is looked for
     * @param next after which row the next page begins, or null at the end
     */
    public record Page(
            List<Read> reads,
            int looked,
            int untold,
            @Nullable ReadRef next) {
        public Page {
            reads = List.copyOf(reads);
        }
    }

    public Page page(EffectivePolicy policy, CameraQuery query, @Nullable ReadRef after, int limit, Instant now) {
        var page = new Filling(policy, query, limit, now);
        var from = after;
        for (var round = 0; round < MAX_ROUNDS; round++) {
            var refs = refs(query, from, ROUND + 1);
            var more = refs.size() > ROUND;
            var looked = more ? refs.subList(0, ROUND) : refs;
            var found = Together.look(pool, looked, reads::find);
            for (var i = 0; i < looked.size(); i++) {
                found.get(i).ifPresent(page::add);
                from = looked.get(i);
                if (page.isFull()) {
                    return page.upTo(more || i + 1 < looked.size() ? from : null);
                }
            }
            if (!more) {
                return page.upTo(null);
            }
        }
        return page.upTo(from);
    }

    /** A page while rows are looked at, one after the other. */
    private static final class Filling {
        private final EffectivePolicy policy;
        private final CameraQuery query;
        private final int limit;
        private final Instant now;
        private final List<Read> rows = new ArrayList<>();
        private int looked;
        private int untold;

        Filling(EffectivePolicy policy, CameraQuery query, int limit, Instant now) {
            this.policy = policy;
            this.query = query;
            this.limit = limit;
            this.now = now;
        }

        void add(Read read) {
            if (!AnsweredReads.isAnswered(read, null, policy, now)) {
                return;
            }
            looked++;
            var vehicle = query.vehicle();
            var seen = vehicle == null ? Optional.of(true) : vehicle.isSeenIn(read);
            if (seen.isEmpty()) {
                untold++;
            } else if (seen.get()) {
                rows.add(read);
            }
        }

        boolean isFull() {
            return rows.size() == limit;
        }

        Page upTo(@Nullable ReadRef next) {
            return new Page(rows, looked, untold, next);
        }
    }

    private List<ReadRef> refs(CameraQuery query, @Nullable ReadRef after, int limit) {
        return Together.look(
                        pool,
                        query.cameraIds(),
                        camera -> reads.byCamera(camera, query.from(), query.to(), after, limit))
                .stream()
                .flatMap(List::stream)
                .sorted(BY_CAPTURE)
                .limit(limit)
                .toList();
    }

    /** Of these cameras, those that read nothing at all in the window. */
    List<String> silent(CameraQuery query, List<String> cameraIds) {
        return cameraIds.stream()
                .filter(camera -> reads.byCamera(camera, query.from(), query.to(), null, 1)
                        .isEmpty())
                .toList();
    }
}
