package passby.core.hotlist;

import java.time.Duration;
import java.time.Instant;
import passby.core.id.CaseNumber;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;

/**
 * "Not me": a plate that an error in one list keeps stopping. Until its end, reads of exactly that plate make no hit with
 * entries of that list (product.md, C7 and C11). The city's own entries and other lists alert as before.
 *
 * @param suppressionId a ULID
 * @param source the list that is wrong
 * @param plate of the vehicle that is stopped in error; O and 0 count as the same, nothing else does
 * @param state that issued it
 * @param reason in the owner's words, at most 500 characters
 * @param caseNumber of the request that it answers
 * @param owner who answers for it
 * @param createdAt when it began
 * @param expires its end
 */
public record Suppression(
        String suppressionId,
        String source,
        Plate plate,
        ListedState.Named state,
        String reason,
        CaseNumber caseNumber,
        String owner,
        Instant createdAt,
        Instant expires) {
    /** Then somebody looks again whether the list is still wrong. */
    public static final Duration LONGEST = Duration.ofDays(90);

    /** Before its end, in which its owner is told that it ends. */
    public static final Duration ENDS_SOON = Duration.ofDays(7);

    public boolean isLive(Instant now) {
        return now.isBefore(expires);
    }

    public boolean endsSoon(Instant now) {
        return isLive(now) && !now.isBefore(expires.minus(ENDS_SOON));
    }

    /** Whether a read makes no hit with that entry. A read without a state is taken for the plate's own. */
    boolean silences(HotListEntry entry, Plate read, IssuingState readState) {
        return entry.source().equals(source)
                && read.foldO().equals(plate.foldO())
                && switch (readState) {
                    case IssuingState.Unknown() -> true;
                    case IssuingState.Issued(var code, var confidence) -> code.equals(state.code());
                };
    }

    public Suppression ended(Instant now) {
        return new Suppression(suppressionId, source, plate, state, reason, caseNumber, owner, createdAt, now);
    }
}
