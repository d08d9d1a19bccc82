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
    /** How often a page looks on when rows may not be answered any more: then it ends before it is full. */
    private static final int MAX_ROUNDS = 5;

    private static final Comparator<ReadRef> BY_CAPTURE =
            Comparator.comparing(ReadRef::capturedAt).thenComparing(ReadRef::readId);

    private final Reads reads;
    private final ExecutorService pool;

    public CameraPages(Reads reads, ExecutorService pool) {
        this.reads = reads;
        this.pool = pool;
    }

    /** @param next after which row the next page begins, or null at the end */
    public record Page(List<Read> reads, @Nullable ReadRef next) {
        public Page {
            reads = List.copyOf(reads);
        }
    }

    public Page page(EffectivePolicy policy, CameraQuery query, @Nullable ReadRef after, int limit, Instant now) {
        var rows = new ArrayList<Read>();
        var from = after;
        for (var round = 0; round < MAX_ROUNDS; round++) {
            var refs = refs(query, from, limit - rows.size() + 1);
            var more = refs.size() > limit - rows.size();
            var looked = more ? refs.subList(0, limit - rows.size()) : refs;
            Together.look(pool, looked, reads::find).stream()
                    .flatMap(Optional::stream)
                    .filter(read -> AnsweredReads.isAnswered(read, null, policy, now))
                    .forEach(rows::add);
            from = more ? looked.getLast() : null;
            if (from == null || rows.size() == limit) {
                break;
            }
        }
        return new Page(rows, from);
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
