package passby.recognizer.bench;

import java.awt.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.recognition.PlateReading;

/**
 * One picture: what it shows, what was answered, how long that took by the clock and on the processor. Of several plates in
 * one answer the surest counts, because each picture has one known plate. No crops, which would fill the heap.
 *
 * @param candidates of the surest plate, the likeliest first; none where nothing was read
 * @param state of the surest plate; empty where none was told
 * @param found whether some plate that was answered lies on the true one
 * @param chosen whether the surest does
 */
record Looked(
        Sample sample,
        List<Candidate> candidates,
        String state,
        boolean found,
        boolean chosen,
        double millis,
        double cpuMillis) {
    /** From here on a read counts as confident. */
    static final double CONFIDENT = 0.9;

    Looked {
        candidates = List.copyOf(candidates);
    }

    static Looked of(Sample sample, List<PlateReading> plates, Dimension size, double millis, double cpuMillis) {
        var surest = surest(plates);
        return new Looked(
                sample,
                surest.map(PlateReading::candidates).orElse(List.of()),
                surest.map(Looked::state).orElse(""),
                plates.stream().anyMatch(plate -> sample.isAt(plate.box(), size)),
                surest.filter(plate -> sample.isAt(plate.box(), size)).isPresent(),
                millis,
                cpuMillis);
    }

    /** The same, of a plate that was named without being read. */
    Looked foundOnly() {
        return new Looked(sample, candidates, state, true, chosen, millis, cpuMillis);
    }

    private static Optional<PlateReading> surest(List<PlateReading> plates) {
        return plates.stream().max(Comparator.comparing(plate -> plate.best().confidence()));
    }

    private static String state(PlateReading plate) {
        return switch (plate.state()) {
            case IssuingState.Issued known -> known.code();
            case IssuingState.Unknown _ -> "";
        };
    }

    boolean isRead() {
        return !candidates.isEmpty();
    }

    /** Empty where nothing was read. */
    String best() {
        return isRead() ? candidates.getFirst().plate().raw() : "";
    }

    double confidence() {
        return isRead() ? candidates.getFirst().confidence().value() : 0;
    }

    boolean isConfident() {
        return confidence() >= CONFIDENT;
    }

    boolean isExact() {
        return best().equals(sample.text());
    }

    boolean isFolded() {
        return isTrue(best());
    }

    /** Whether the plate's text is among the candidates at least. */
    boolean isCandidate() {
        return candidates.stream()
                .anyMatch(candidate -> isTrue(candidate.plate().raw()));
    }

    private boolean isTrue(String text) {
        return Sample.folded(text).equals(Sample.folded(sample.text()));
    }

    boolean isStateRight() {
        return !state.isEmpty() && state.equals(sample.state());
    }

    boolean isStateWrong() {
        return !state.isEmpty() && !state.equals(sample.state());
    }
}
