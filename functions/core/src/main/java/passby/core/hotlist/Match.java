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
        return switch (entry.target()) {
            case Target.FullPlate(var listed) -> compare(read, state, listed, entry.state());
            case Target.PlatePart(var pattern) -> compare(read, state, pattern, entry.state());
            case Target.AnyPlate() -> Optional.empty();
        };
    }

    private static Optional<MatchType> compare(Plate read, IssuingState state, Plate plate, ListedState listed) {
        if (!read.fold().equals(plate.fold())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case IssuingState.Unknown() -> MatchType.STATE_UNKNOWN;
                    case IssuingState.Issued(var code, var confidence) ->
                        switch (listed) {
                            case ListedState.Unknown() -> MatchType.STATE_UNKNOWN;
                            case ListedState.Named(var named) ->
                                named.equals(code) ? byText(read, plate) : MatchType.STATE_MISMATCH;
                        };
                });
    }

    /** A part of a plate of another state is no match at all: too many plates share it. */
    private static Optional<MatchType> compare(
            Plate read, IssuingState state, PlatePattern pattern, ListedState listed) {
        var otherState = state instanceof IssuingState.Issued issued
                && listed instanceof ListedState.Named named
                && !named.code().equals(issued.code());
        if (otherState || !pattern.matches(read)) {
            return Optional.empty();
        }
        return Optional.of(pattern.isPartial() ? MatchType.PARTIAL : MatchType.WILDCARD);
    }

    private static MatchType byText(Plate read, Plate listed) {
        if (read.equals(listed)) {
            return MatchType.EXACT;
        }
        return read.foldO().equals(listed.foldO()) ? MatchType.O0_FOLD : MatchType.OCR_EQUIVALENT;
    }
}
