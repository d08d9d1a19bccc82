package passby.core.conduct;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.id.Coded;

/**
 * A question to the auditor and the civilian reviewer about what one person did: why. At most one is open for each person; what comes
 * up meanwhile joins it.
 *
 * @param reviewId a ULID
 * @param personId who is looked at, and may neither see nor close it
 * @param signals at least one
 * @param dueAt until when somebody must have filed a finding: the earliest of its signals' dates
 * @param finding null as long as it is open
 * @param expiresAt when it is deleted; an audit record is kept at least two years
 * @param revision 1 for the first, one more at each change
 */
public record ConductReview(
        String reviewId,
        String personId,
        List<Signal> signals,
        Instant openedAt,
        Instant dueAt,
        @Nullable Finding finding,
        Instant expiresAt,
        int revision) {
    public ConductReview {
        signals = List.copyOf(signals);
    }

    /**
     * What somebody found.
     *
     * @param narrative what was looked at and what was said
     * @param by id of the person who closed it
     */
    public record Finding(FindingClass of, String narrative, String by, Instant at) {}

    /** What misuse is called, in the four classes of the database of the Institute for Justice, and that there was none. */
    public enum FindingClass implements Coded {
        STALKING,
        NON_POLICE_USE,
        OTHER_MISUSE,
        ERROR,
        NO_MISUSE;

        public static Optional<FindingClass> of(String code) {
            return Coded.find(values(), code);
        }
    }

    static ConductReview opened(String reviewId, String personId, List<Signal> signals, Instant now) {
        return new ConductReview(
                reviewId, personId, signals, now, due(signals, now), null, now.plus(ConductReviews.KEPT), 1);
    }

    private static Instant due(List<Signal> signals, Instant now) {
        return signals.stream()
                .map(signal -> now.plus(signal.kind().due()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    ConductReview with(List<Signal> more, Instant now) {
        var due = due(more, now);
        return new ConductReview(
                reviewId,
                personId,
                Stream.concat(signals.stream(), more.stream()).toList(),
                openedAt,
                due.isBefore(dueAt) ? due : dueAt,
                finding,
                expiresAt,
                revision + 1);
    }

    ConductReview closed(Finding found) {
        return new ConductReview(reviewId, personId, signals, openedAt, dueAt, found, expiresAt, revision + 1);
    }

    public boolean isOpen() {
        return finding == null;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(dueAt);
    }

    /**
     * Whether this review answers that signal already: it is asked here, or it was answered and nothing happened since. An honest
     * answer counts for the whole window.
     */
    boolean answers(Signal signal) {
        return signals.stream().anyMatch(signal::isAsOf)
                && (finding == null
                        || !signal.last().isAfter(finding.at())
                        || (finding.of() == FindingClass.NO_MISUSE
                                && signal.last().isBefore(finding.at().plus(Acts.WINDOW))));
    }

    /** It names who is suspected: it is printed nowhere. */
    @Override
    public String toString() {
        return "ConductReview[" + reviewId + "]";
    }
}
