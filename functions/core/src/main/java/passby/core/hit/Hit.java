package passby.core.hit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import passby.core.hotlist.Category;
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

    /** Without sound or push; it needs the same steps. */
    public boolean isAdvisory() {
        return !strongest().isPushed() || cautions.stream().anyMatch(Caution::isSilencing);
    }

    /** Whether what a later frame of the pass shows turns this advisory hit into one that pushes; a closed one stays closed. */
    public boolean isMadeCertainBy(Hit later) {
        return isAdvisory() && !later.isAdvisory() && state().awaitsVerdict();
    }

    /** The same hit with the sight of a later frame that makes it certain, and the steps that were taken. */
    public Hit madeCertainBy(Hit later) {
        return new Hit(
                hitId,
                passId,
                plateKey,
                later.sighting,
                later.matches,
                later.cautions,
                later.raisedAt,
                later.expiresAt,
                steps);
    }

    /** How old the list was when it matched: for a custom entry, how long ago it was entered. */
    public Duration listAge() {
        return Duration.between(strongest().entry().createdAt(), raisedAt);
    }

    public boolean wasStreamedTo(String personId) {
        return HitCourse.wasStreamedTo(steps, personId);
    }

    /**
     * The date of a hit that an officer rejected: that of a read which matched nothing, but not before the ledger has
     * admitted it.
     */
    public Instant rejectedExpiry(Duration nonHitRetention) {
        var base = RetentionClock.base(sighting.capturedAt(), sighting.receivedAt())
                .plus(nonHitRetention);
        var admitted = raisedAt.plus(Clocks.SHORTEST_LIFE);
        var date = base.isAfter(admitted) ? base : admitted;
        return date.isBefore(expiresAt) ? date : expiresAt;
    }

    public boolean mayBeAnswered(Instant now, Duration hitRetention) {
        var base = RetentionClock.base(sighting.capturedAt(), sighting.receivedAt());
        return RetentionClock.mayAnswer(now, expiresAt, base, hitRetention);
    }
}
