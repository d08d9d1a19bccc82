package passby.core.sealing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.Entry;
import passby.core.note.VerifierKey;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Hash;
import passby.core.tlog.Tile;
import passby.core.tlog.TreeBuilder;

/**
 * Keeps the copy of the log that everybody may read: later than the city's own by a delay, in whole hours, each with its last
 * checkpoint. Only what that checkpoint covers is copied, and the checkpoint last, so that the copy is complete at every moment.
 */
public final class PublishLog {
    /** Hours without any checkpoint that one run passes over; a longer gap is crossed by the runs after it. */
    private static final int MAX_HOURS = 2000;

    private static final Duration HOUR = Duration.ofHours(1);

    private final LogStore log;
    private final LogStore copy;
    private final VerifierKey key;
    private final Duration delay;
    private final Clock clock;

    /** @param delay zero publishes each checkpoint at once */
    public PublishLog(LogStore log, LogStore copy, VerifierKey key, Duration delay, Clock clock) {
        this.log = log;
        this.copy = copy;
        this.key = key;
        this.delay = delay;
        this.clock = clock;
    }

    /** @return how many entries were added to the copy */
    public long handle() {
        var published = copy.find(LogStore.CHECKPOINT);
        var from = published.map(bytes -> Head.of(bytes, key).checkpoint());
        var due = delay.isZero() ? log.find(LogStore.CHECKPOINT) : lastDue(from);
        var size = from.map(Checkpoint::size).orElse(0L);
        var head = due.map(bytes -> Head.of(bytes, key))
                .filter(found -> found.checkpoint().size() > size);
        head.ifPresent(found -> publish(size, found, published));
        return head.map(found -> found.checkpoint().size() - size).orElse(0L);
    }

    private Optional<byte[]> lastDue(Optional<Checkpoint> from) {
        var end = clock.instant().minus(delay).truncatedTo(ChronoUnit.HOURS);
        var start = from.map(Checkpoint::time).or(this::firstHour).orElse(end).truncatedTo(ChronoUnit.HOURS);
        Optional<String> last = Optional.empty();
        for (var hours = 0; hours < MAX_HOURS && start.isBefore(end); hours++) {
            var found = log.list(SealLedger.archive(start));
            last = found.isEmpty() ? last : Optional.of(found.getLast());
            start = start.plus(HOUR);
        }
        return last.flatMap(log::find);
    }

    /** The hour of the very first entry. */
    private Optional<Instant> firstHour() {
        var first = log.list(new Tile(Tile.ENTRIES, 0, Tile.WIDTH).path());
        return first.stream().findFirst().flatMap(log::find).map(PublishLog::hourOfFirst);
    }

    private static Instant hourOfFirst(byte[] bundle) {
        var length = (bundle[0] & 0xff) << 8 | (bundle[1] & 0xff);
        var entry = SealedEntry.parse(Arrays.copyOfRange(bundle, 2, 2 + length));
        return Instant.parse(entry.hour().replace("Z", ":00:00Z"));
    }

    private void publish(long copied, Head head, Optional<byte[]> published) {
        var size = head.checkpoint().size();
        for (var index = copied / Tile.WIDTH; index * Tile.WIDTH < size; index++) {
            copy(Tile.holding(Tile.ENTRIES, index * Tile.WIDTH, size));
        }
        for (var level = 0; size >>> (Tile.HEIGHT * level) > 0; level++) {
            var first = copied >>> (Tile.HEIGHT * level);
            var hashes = size >>> (Tile.HEIGHT * level);
            for (var index = first / Tile.WIDTH; index * Tile.WIDTH < hashes; index++) {
                copy(Tile.holding(level, index * Tile.WIDTH, size));
            }
        }
        if (!TreeBuilder.resume(size, copy, (tile, hashes) -> {})
                .root()
                .equals(head.checkpoint().root())) {
            throw new LogConflictException("the public copy does not lead to the checkpoint's root");
        }
        if (published.isEmpty()) {
            SealLedger.createKey(copy, key);
        }
        var bytes = head.note().bytes();
        var archived = SealLedger.archive(head.checkpoint().time()) + String.format("%020d", size);
        copy.create(archived, bytes);
        copy.replaceCheckpoint(published.orElse(null), bytes);
    }

    /** A partial file that is gone is cut from the full one, so that the copy shows nothing behind its checkpoint. */
    private void copy(Tile tile) {
        var content = log.find(tile.path())
                .or(() -> log.find(tile.filled().path()).map(full -> cut(full, tile)))
                .orElseThrow(() -> new LogConflictException(tile.path() + " is missing"));
        if (!copy.create(tile.path(), content)
                && !Arrays.equals(content, copy.find(tile.path()).orElseThrow())) {
            throw new LogConflictException(tile.path() + " of the public copy holds other content");
        }
    }

    private static byte[] cut(byte[] full, Tile tile) {
        return tile.level() == Tile.ENTRIES
                ? EntryBundle.encode(
                        EntryBundle.parse(full, Tile.WIDTH, Entry.MAX_BYTES).subList(0, tile.width()))
                : Arrays.copyOf(full, tile.width() * Hash.BYTES);
    }
}
