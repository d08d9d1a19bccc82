package passby.recognizer.bench;

import java.awt.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passby.core.plate.IssuingState;
import passby.core.recognition.PlateReading;

/**
 * One picture: what it shows, what was answered, how long that took by the clock and on the processor. Of several plates in
 * one answer the surest counts, because each picture has one known plate.
 *
 * @param found whether some plate that was answered lies on the true one
 * @param chosen whether the surest does
 */
record Looked(
        Sample sample, List<PlateReading> plates, boolean found, boolean chosen, double millis, double cpuMillis) {
    /** From here on a read counts as confident. */
    static final double CONFIDENT = 0.9;

    Looked {
        plates = List.copyOf(plates);
    }

    static Looked of(Sample sample, List<PlateReading> plates, Dimension size, double millis, double cpuMillis) {
        return new Looked(
                sample,
                plates,
                plates.stream().anyMatch(plate -> sample.isAt(plate.box(), size)),
                surest(plates).filter(plate -> sample.isAt(plate.box(), size)).isPresent(),
                millis,
                cpuMillis);
    }

    private static Optional<PlateReading> surest(List<PlateReading> plates) {
        return plates.stream().max(Comparator.comparing(plate -> plate.best().confidence()));
    }

    String best() {
        return surest(plates).map(plate -> plate.best().plate().raw()).orElse("");
    }

    double confidence() {
        return surest(plates).map(plate -> plate.best().confidence().value()).orElse(0.0);
    }

    boolean isConfident() {
        return confidence() >= CONFIDENT;
    }

    boolean isExact() {
        return best().equals(sample.text());
    }

    boolean isFolded() {
        return Sample.folded(best()).equals(Sample.folded(sample.text()));
    }

    /** Empty where none was told. */
    String state() {
        return surest(plates)
                .map(plate -> switch (plate.state()) {
                    case IssuingState.Issued known -> known.code();
                    case IssuingState.Unknown _ -> "";
                })
                .orElse("");
    }

    boolean isStateRight() {
        return !state().isEmpty() && state().equals(sample.state());
    }

    boolean isStateWrong() {
        return !state().isEmpty() && !state().equals(sample.state());
    }
}
