package passby.core.hit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passby.core.hotlist.Category;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.plate.PlateKey;
import passby.core.retention.Clocks;
import passby.core.retention.RetentionClock;

/**
 * A read that agrees with one or more hot-list entries: a lead only.
 *
 * @param hitId one for each pass and plate
 * @param passId the pass
 * @param plateKey under which the entries were found
 * @param sighting what was seen
 * @param matches a snapshot of every entry that matched, the strongest first; at least one
 * @param cautions why it is to be doubted; none in the usual case
 * @param raisedAt when it was stored, or when a later frame of the pass made it certain
 * @param expiresAt end of its retention
 * @param steps what was done about it, in order
 */
public record Hit(
        HitId hitId,
        String passId,
        PlateKey plateKey,
        Sighting sighting,
        List<Match> matches,
        Set<Caution> cautions,
        Instant raisedAt,
        Instant expiresAt,
        List<HitStep> steps) {
    public Hit {
        matches = List.copyOf(matches);
        cautions = Set.copyOf(cautions);
        steps = List.copyOf(steps);
        if (matches.isEmpty()) {
            throw new IllegalArgumentException("a hit has a match");
        }
    }

    public HitState state() {
        return HitCourse.state(steps);
    }

    /** The strongest match: what the alert speaks of. */
    public Match strongest() {
        return matches.getFirst();
    }

    public MatchType matchType() {
        return strongest().type();
    }

    public Category category() {
        return strongest().entry().category();
    }

    /** Whether an entry of the city's own people is among those that matched. */
    public boolean isOwn() {
        return matches.stream().anyMatch(match -> match.entry().isCustom());
    }

    /**
     * Entries of the city's own people of which somebody must say what becomes of them after that step, because the hit was acted
     * upon (product.md, C8). Entries of other agencies are theirs to remove.
     */
    public List<HotListEntry> entriesToReview(HitStep step) {
        return step instanceof HitStep.Disposed disposed && disposed.isActedUpon()
                ? matches.stream()
                        .map(Match::entry)
                        .filter(HotListEntry::isCustom)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Without sound or push; it needs the same steps. */
    public boolean isAdvisory() {
        return !strongest().isPushed() || isSilenced();
    }

    /**
     * The same hit and its steps with the sight that makes it certain: that of a later frame of the pass, or of this and the
     * later one together ({@link TwoFrames}). Empty where it stays as it is; one that is closed stays closed.
     */
    public Optional<Hit> madeCertainBy(Hit later) {
        if (!isAdvisory() || !state().awaitsVerdict()) {
            return Optional.empty();
        }
        if (!later.isAdvisory()) {
            return Optional.of(certain(later.sighting, later.matches, later.cautions, later.expiresAt, later));
        }
        if (isSilenced() || later.isSilenced()) {
            return Optional.empty();
        }
        var both = EnumSet.noneOf(Caution.class);
        both.addAll(cautions);
        both.addAll(later.cautions);
        return TwoFrames.of(this, later)
                .map(frames -> certain(
                        frames.sighting(), frames.matches(), both, frames.text().expiresAt(), later));
    }

    private Hit certain(Sighting seen, List<Match> matched, Set<Caution> doubts, Instant until, Hit later) {
        return new Hit(hitId, passId, plateKey, seen, matched, doubts, later.raisedAt, until, steps);
    }

    private boolean isSilenced() {
        return cautions.stream().anyMatch(Caution::isSilencing);
    }

    /** How old the list was when it matched: for a custom entry, how long ago it was entered. */
    public Duration listAge() {
        return Duration.between(strongest().entry().createdAt(), raisedAt);
    }

    public boolean wasStreamedTo(String personId) {
        return HitCourse.wasStreamedTo(steps, personId);
    }

    /**
     * The date of a hit that an officer rejected: that of a read which matched nothing, but neither before the ledger has
     * admitted it nor before the rejection: the purge can take it no earlier than that.
     */
    public Instant rejectedExpiry(Duration nonHitRetention, Instant rejectedAt) {
        var base = RetentionClock.base(sighting.capturedAt(), sighting.receivedAt())
                .plus(nonHitRetention);
        var admitted = raisedAt.plus(Clocks.SHORTEST_LIFE);
        var date = Stream.of(base, admitted, rejectedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return date.isBefore(expiresAt) ? date : expiresAt;
    }

    public boolean mayBeAnswered(Instant now, Duration hitRetention) {
        var base = RetentionClock.base(sighting.capturedAt(), sighting.receivedAt());
        return RetentionClock.mayAnswer(now, expiresAt, base, hitRetention);
    }
}
