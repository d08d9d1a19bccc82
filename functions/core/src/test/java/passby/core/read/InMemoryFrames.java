package passby.core.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.hit.Hit;
import passby.core.hit.InMemoryHits;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.plate.PlateKey;
import passby.core.purge.ARow;
import passby.core.purge.InMemoryRows;
import passby.core.purge.RowKind;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;

/** Frames with their reads in memory; their hits go to the hits of the same ledger. */
public final class InMemoryFrames implements Frames, Reads, Corrections {
    private static final Comparator<ReadRef> BY_KEY =
            Comparator.comparing(ReadRef::capturedAt).thenComparing(ReadRef::readId);

    private final InMemoryLedger ledger;
    private final InMemoryHits hits;
    private final Map<String, Frame> frames = new LinkedHashMap<>();
    private final Map<ReadRef, Read> reads = new LinkedHashMap<>();

    private final InMemoryRows rows;

    public InMemoryFrames(InMemoryLedger ledger, InMemoryHits hits, InMemoryRows rows) {
        this.ledger = ledger;
        this.hits = hits;
        this.rows = rows;
        hits.readsFrom(this::madeHitsBy);
    }

    private List<InMemoryHits.ReadRow> madeHitsBy(Hit hit) {
        return allReads().stream()
                .filter(read -> read.retentionClass() == RetentionClass.HIT
                        && read.passId().equals(hit.passId()))
                .filter(read -> read.plateKey().equals(hit.plateKey())
                        || read.readId().equals(hit.sighting().readId()))
                .map(read -> new InMemoryHits.ReadRow(read.readId(), read.storedAt(), read.picturesExpireAt()))
                .toList();
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
            found.forEach(this::put);
            date(frame, found);
            for (var one : raised) {
                hits.raise(one.hit());
                ledger.append(one.entry());
            }
            return Stored.STORED;
        });
    }

    private void put(Read read) {
        var ref = ReadRef.of(read);
        reads.put(ref, read);
        var row = new ARow(
                RowKind.READ,
                read.readId(),
                Map.of(RowClock.of(read.retentionClass()), read.retentionBase()),
                read.expiresAt(),
                read.pictures() == null ? null : read.picturesExpireAt(),
                Cohort.of(read.storedAt(), read.retentionClass()),
                null,
                read.pictureKeys());
        rows.put(row.onDeleted(() -> reads.remove(ref))
                .onDated(() -> reads.computeIfPresent(ref, (key, stored) -> dated(stored, row))));
    }

    private static Read dated(Read read, ARow row) {
        var pictures = row.picturesExpireAt();
        return new Read(
                read.readId(),
                read.plateKey(),
                read.uploadId(),
                read.passId(),
                read.frameSha256(),
                read.cameraId(),
                read.capturedAt(),
                read.receivedAt(),
                read.storedAt(),
                read.skewed(),
                read.position(),
                read.heading(),
                read.engine(),
                read.candidates(),
                read.state(),
                read.colour(),
                read.pictures(),
                row.retentionClass(),
                row.holds(),
                row.expiresAt(),
                pictures == null ? read.picturesExpireAt() : pictures,
                read.policyHash(),
                read.corrections());
    }

    private void date(Frame frame, List<Read> found) {
        var bases = new EnumMap<RowClock, Instant>(RowClock.class);
        found.forEach(read -> bases.merge(
                RowClock.of(read.retentionClass()),
                read.retentionBase(),
                (one, other) -> one.isAfter(other) ? one : other));
        var row = new ARow(
                RowKind.FRAME,
                frame.uploadId(),
                bases,
                frame.expiresAt(),
                null,
                null,
                frame.admissionLeaf(),
                List.of());
        rows.put(row.onDeleted(() -> frames.remove(frame.uploadId())));
    }

    private boolean isAsSeen(Raised raised) {
        var stored = hits.find(raised.hit().hitId());
        return switch (raised) {
            case Raised.New _ -> stored.isEmpty();
            case Raised.Upgraded(var seen, var _, var _) -> stored.equals(Optional.of(seen));
        };
    }

    @Override
    public Commit add(Read seen, Correction correction, Entry entry) {
        var ref = ReadRef.of(seen);
        var all = Stream.concat(seen.corrections().stream(), Stream.of(correction))
                .toList();
        return ledger.commit(
                () -> seen.equals(reads.get(ref)) && !rows.isMarked(RowKind.READ, seen.readId()),
                () -> reads.computeIfPresent(ref, (_, read) -> read.withCorrections(all)),
                entry);
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
                .filter(read -> read.foundUnder().contains(key))
                .filter(read ->
                        !read.capturedAt().isBefore(from) && read.capturedAt().isBefore(to))
                .filter(read -> after == null || BY_KEY.compare(ReadRef.under(key, read), after) > 0)
                .sorted(Comparator.comparing(read -> ReadRef.under(key, read), BY_KEY))
                .toList();
        var page = all.stream().limit(limit).toList();
        return new Page(page, page.size() < all.size() ? ReadRef.under(key, page.getLast()) : null);
    }

    @Override
    public List<Read> byPlateElsewhere(PlateKey key, Instant from, Instant to, String cameraId, int limit) {
        return byPlate(key, from, to, null, limit).reads().stream()
                .filter(read -> read.plateKey().equals(key))
                .filter(read -> !read.cameraId().equals(cameraId))
                .toList();
    }

    @Override
    public List<ReadRef> byCamera(String cameraId, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        return allReads().stream()
                .filter(read -> read.cameraId().equals(cameraId))
                .filter(read ->
                        !read.capturedAt().isBefore(from) && read.capturedAt().isBefore(to))
                .map(ReadRef::of)
                .filter(ref -> after == null || BY_KEY.compare(ref, after) > 0)
                .sorted(BY_KEY)
                .limit(limit)
                .toList();
    }

    public List<Frame> allFrames() {
        return ledger.exclusively(() -> List.copyOf(frames.values()));
    }

    public List<Read> allReads() {
        return ledger.exclusively(() -> List.copyOf(reads.values()));
    }
}
