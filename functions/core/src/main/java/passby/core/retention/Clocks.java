package passby.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long everything is kept under one policy. A switch to flush makes the non-hit clock zero.
 *
 * @param nonHit of reads that matched nothing
 * @param hit of hits and their reads
 * @param nonHitPictures of the pictures of non-hits, at most {@code nonHit}
 * @param hitPictures of the pictures of hits, at most {@code hit}
 * @param searchRecord of openings
 * @param listEntry of hot-list entries by the city's own people
 */
public record Clocks(
        Duration nonHit,
        Duration hit,
        Duration nonHitPictures,
        Duration hitPictures,
        Duration searchRecord,
        Duration listEntry) {
    /**
     * A stored row lives at least so long: it is admitted to the ledger, a minute and a half after the minute of its
     * storing, before the purge, 90 s before its date, may take it. A frame that would live shorter is not stored.
     */
    public static final Duration SHORTEST_LIFE = Duration.ofMinutes(4);

    public Duration of(RowClock clock) {
        return switch (clock) {
            case NON_HIT -> nonHit;
            case HIT -> hit;
            case SEARCH_RECORD -> searchRecord;
            case LIST_ENTRY -> listEntry;
        };
    }

    public Duration ofPictures(RowClock clock) {
        return switch (clock) {
            case NON_HIT -> nonHitPictures;
            case HIT -> hitPictures;
            case SEARCH_RECORD, LIST_ENTRY -> Duration.ZERO;
        };
    }

    /**
     * The latest of what each base asks for.
     *
     * @param bases at least one
     */
    public Instant expiry(Map<RowClock, Instant> bases) {
        return bases.entrySet().stream()
                .map(base -> base.getValue().plus(of(base.getKey())))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** The same for the row's pictures. */
    public Instant pictureExpiry(Map<RowClock, Instant> bases) {
        return bases.entrySet().stream()
                .map(base -> base.getValue().plus(ofPictures(base.getKey())))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether any of these clocks is shorter than the other's, so that rows dated by the other must be dated anew. */
    public boolean isShorterInPart(Clocks other) {
        return !shortest(other).equals(other);
    }

    /** The shorter of each. */
    public Clocks shortest(Clocks other) {
        return new Clocks(
                shorter(nonHit, other.nonHit),
                shorter(hit, other.hit),
                shorter(nonHitPictures, other.nonHitPictures),
                shorter(hitPictures, other.hitPictures),
                shorter(searchRecord, other.searchRecord),
                shorter(listEntry, other.listEntry));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
