package passby.core.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.hit.InMemoryHits;
import passby.core.ledger.InMemoryLedger;
import passby.core.plate.PlateKey;

/** Frames with their reads in memory; their hits go to the hits of the same ledger. */
public final class InMemoryFrames implements Frames, Reads {
    private static final Comparator<ReadRef> BY_KEY =
            Comparator.comparing(ReadRef::capturedAt).thenComparing(ReadRef::readId);

    private final InMemoryLedger ledger;
    private final InMemoryHits hits;
    private final Map<String, Frame> frames = new LinkedHashMap<>();
    private final Map<ReadRef, Read> reads = new LinkedHashMap<>();

    public InMemoryFrames(InMemoryLedger ledger, InMemoryHits hits) {
        this.ledger = ledger;
        this.hits = hits;
    }

    @Override
    public Stored store(Frame frame, List<Read> found, List<Raised> raised) {
        return ledger.exclusively(() -> {
            if (frames.containsKey(frame.uploadId())) {
                return Stored.KNOWN;
            }
            if (!raised.stream().allMatch(this::isAsSeen)) {
                return Stored.HIT_KNOWN;
            }
            frames.put(frame.uploadId(), frame);
            found.forEach(read -> reads.put(ReadRef.of(read), read));
            for (var one : raised) {
                hits.raise(one.hit());
                ledger.append(one.entry());
            }
            return Stored.STORED;
        });
    }

    private boolean isAsSeen(Raised raised) {
        var stored = hits.find(raised.hit().hitId());
        return switch (raised) {
            case Raised.New _ -> stored.isEmpty();
            case Raised.Upgraded(var seen, var _, var _) -> stored.equals(Optional.of(seen));
        };
    }

    @Override
    public Optional<Frame> find(String uploadId) {
        return ledger.exclusively(() -> Optional.ofNullable(frames.get(uploadId)));
    }

    @Override
    public List<Frame> storedIn(Instant minute) {
        var from = minute.truncatedTo(ChronoUnit.MINUTES);
        return allFrames().stream()
                .filter(frame ->
                        frame.storedAt().truncatedTo(ChronoUnit.MINUTES).equals(from))
                .toList();
    }

    @Override
    public Optional<Read> find(ReadRef ref) {
        return ledger.exclusively(() -> Optional.ofNullable(reads.get(ref)));
    }

    @Override
    public Page byPlate(PlateKey key, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        var all = allReads().stream()
                .filter(read -> read.plateKey().equals(key))
                .filter(read ->
                        !read.capturedAt().isBefore(from) && read.capturedAt().isBefore(to))
                .filter(read -> after == null || BY_KEY.compare(ReadRef.of(read), after) > 0)
                .sorted(Comparator.comparing(ReadRef::of, BY_KEY))
                .toList();
        var page = all.stream().limit(limit).toList();
        return new Page(page, page.size() < all.size() ? ReadRef.of(page.getLast()) : null);
    }

    public List<Frame> allFrames() {
        return ledger.exclusively(() -> List.copyOf(frames.values()));
    }

    public List<Read> allReads() {
        return ledger.exclusively(() -> List.copyOf(reads.values()));
    }
}
