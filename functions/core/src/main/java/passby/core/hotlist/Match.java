package passby.core.hotlist;

import java.util.Optional;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;

/**
 * An entry that a read agrees with.
 *
 * @param entry the entry
 * @param plate the candidate of the read that agrees
 * @param type how
 * @param alternate whether the candidate was not the read's best: such a match never pushes
 */
public record Match(HotListEntry entry, Plate plate, MatchType type, boolean alternate) {

    public boolean isPushed() {
        return type.isPushed() && !alternate;
    }

    /** Empty when not even the folds agree: what shares a key by accident is no match. */
    public static Optional<MatchType> compare(Plate read, IssuingState state, HotListEntry entry) {
        if (!read.fold().equals(entry.plate().fold())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case IssuingState.Unknown() -> MatchType.STATE_UNKNOWN;
                    case IssuingState.Issued known ->
                        switch (entry.state()) {
                            case ListedState.Unknown() -> MatchType.STATE_UNKNOWN;
                            case ListedState.Named(var listed) ->
                                listed.equals(known.code()) ? byText(read, entry.plate()) : MatchType.STATE_MISMATCH;
                        };
                });
    }

    private static MatchType byText(Plate read, Plate listed) {
        if (read.equals(listed)) {
            return MatchType.EXACT;
        }
        return read.foldO().equals(listed.foldO()) ? MatchType.O0_FOLD : MatchType.OCR_EQUIVALENT;
    }
}
