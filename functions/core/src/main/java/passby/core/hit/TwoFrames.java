package passby.core.hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.hotlist.Match;
import passby.core.plate.IssuingState;

/**
 * Two frames of one pass, neither of which is certain: one read the plate and not its state, the other the state and the
 * plate only as its second thought. Both speak of one vehicle, so that the state counts for both. What contradicts, such as
 * another state, is never put together.
 *
 * @param text the hit of the frame that read the plate
 * @param state the hit of the frame that read the state
 */
record TwoFrames(Hit text, Hit state) {
    /** Whichever way round they came; empty where they do not make each other certain. */
    static Optional<TwoFrames> of(Hit earlier, Hit later) {
        return Stream.of(new TwoFrames(earlier, later), new TwoFrames(later, earlier))
                .filter(frames -> !frames.certain().isEmpty())
                .findFirst();
    }

    /** The strongest first, those that the two agree upon before all others. */
    List<Match> matches() {
        var matches = new ArrayList<>(certain());
        text.matches().stream()
                .filter(match -> matches.stream().noneMatch(other -> isOfOneEntry(match, other)))
                .forEach(matches::add);
        return matches;
    }

    Sighting sighting() {
        return text.sighting().withState(state.sighting().state());
    }

    private List<Match> certain() {
        if (!(text.sighting().state() instanceof IssuingState.Unknown)) {
            return List.of();
        }
        return state.matches().stream()
                .filter(match -> match.type().isPushed())
                .filter(match -> text.matches().stream()
                        .anyMatch(read -> !read.alternate()
                                && isOfOneEntry(read, match)
                                && read.plate().equals(match.plate())))
                .map(match -> new Match(match.entry(), match.plate(), match.type(), false))
                .toList();
    }

    private static boolean isOfOneEntry(Match one, Match other) {
        return one.entry().source().equals(other.entry().source())
                && one.entry().recordId().equals(other.entry().recordId());
    }
}
