package passby.core.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passby.core.picture.Box;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;

/**
 * Tells a plate's state by the words printed around its serial, and where these are silent by the serial's format. When two
 * states are told, the answer is unknown: plate frames name the dealer's state, and a wrong state is worse than none.
 */
final class NearbyState {
    /** From the serial to the words above and below it, and how far they stand out beside it, in heights of the serial. */
    private static final double FAR = 0.8;

    private static final double ASIDE = 0.6;
    /** A code is two letters, which anything may be, so it must be nearer. */
    private static final double NEAR = 0.4;
    /** Names of states are smaller than the serial. */
    private static final double TALLEST = 0.85;

    private static final double BELOW_COUNTS = 0.9;
    private static final double RIVAL = 0.5;
    private static final Confidence ENOUGH = new Confidence(0.45);
    private static final double FORMAT_ENOUGH = 0.7;

    private final List<SeenText> words;
    private final double aspect;

    NearbyState(List<SeenText> words, double aspect) {
        this.words = words;
        this.aspect = aspect;
    }

    /** A state that one word tells, and where that word stands. */
    private record Telling(StateNames.Told state, Place where, double trust) {
        /** The second word of WEST VIRGINIA says VIRGINIA. */
        boolean isPartOf(Telling longer) {
            return longer.where().width() > 1.1 * where.width()
                    && longer.where().shared(where) > 0.7;
        }
    }

    /** By the words alone. */
    IssuingState of(Box plate) {
        return onlyOne(told(plate));
    }

    /** By the words, and by what the serial may say: a format confirms a name and never contradicts one. */
    IssuingState of(Box plate, List<Candidate> ranked) {
        var told = told(plate);
        var format = OwnFormats.of(ranked);
        if (format.isEmpty()
                || !told.keySet()
                        .equals(told.isEmpty() ? Set.of() : Set.of(format.get().code()))) {
            return onlyOne(told);
        }
        var code = format.get().code();
        var doubt = (1 - told.getOrDefault(code, 0.0))
                * (1 - format.get().confidence().value());
        return 1 - doubt < FORMAT_ENOUGH ? onlyOne(told) : new IssuingState.Issued(code, new Confidence(1 - doubt));
    }

    private Map<String, Double> told(Box plate) {
        var place = Place.of(plate, aspect);
        var tellings = words.stream()
                .map(word -> telling(word, place))
                .flatMap(Optional::stream)
                .toList();
        var told = new HashMap<String, Double>();
        tellings.stream()
                .filter(telling -> tellings.stream().noneMatch(telling::isPartOf))
                .forEach(telling -> told.merge(telling.state().code(), Math.min(1, telling.trust()), Math::max));
        return told;
    }

    private Optional<Telling> telling(SeenText word, Place plate) {
        var where = Place.of(word.box(), aspect);
        if (!isAround(plate, where)) {
            return Optional.empty();
        }
        var side = where.y() < plate.y() ? 1 : BELOW_COUNTS;
        return StateNames.told(word.text())
                .filter(state -> isAllowed(state, word, plate))
                .map(state -> new Telling(state, where, word.confidence().value() * state.weight() * side));
    }

    private static boolean isAround(Place plate, Place word) {
        return word.height() <= TALLEST * plate.height()
                && word.width() <= 1.3 * plate.width()
                && Math.abs(plate.x() - word.x()) <= plate.width() / 2 + ASIDE * plate.height()
                && plate.gapAcross(word) <= FAR * plate.height()
                && plate.shared(word) < 0.5;
    }

    private boolean isAllowed(StateNames.Told state, SeenText word, Place plate) {
        return !state.isCode()
                || (word.text().strip().equals(state.code())
                        && plate.gapAcross(Place.of(word.box(), aspect)) <= NEAR * plate.height());
    }

    private static IssuingState onlyOne(Map<String, Double> told) {
        var best = told.entrySet().stream().max(Map.Entry.comparingByValue());
        if (best.isEmpty()) {
            return IssuingState.UNKNOWN;
        }
        var code = best.get().getKey();
        var trust = new Confidence(Math.min(1, best.get().getValue()));
        var rivals = told.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(code) && other.getValue() >= RIVAL * trust.value());
        return rivals || !trust.atLeast(ENOUGH) ? IssuingState.UNKNOWN : new IssuingState.Issued(code, trust);
    }
}
