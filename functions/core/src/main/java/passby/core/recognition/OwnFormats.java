package passby.core.recognition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;

/**
 * Formats of serials that one state alone gives to ordinary cars: evidence of the state that needs no small print. Vanity plates
 * may follow any format, so this never outweighs a name that was read, and only formats stand here whose letters and digits
 * no other state mixes in the same order. A format that several states share tells nothing.
 */
public final class OwnFormats {
    /** How sure a format makes of its state, for a serial that is read without doubt. */
    private static final double TRUST = 0.95;

    private record Own(String code, Pattern serials) {}

    private static final List<Own> ALL = List.of(
            // Idaho begins with its counties, 1A to 2T and 3B to 10B, of which some leave what looks like a Californian
            // serial.
            new Own("CA", Pattern.compile("[3-9][AC-HJ-NPR-Z][A-Z]{2}\\d{3}")),
            new Own("MO", Pattern.compile("[A-Z]{2}\\d[A-Z]\\d[A-Z]")),
            new Own("TX", Pattern.compile("[B-HJ-NPR-Z]{2}\\d[B-HJ-NPR-Z]\\d{3}")));

    private OwnFormats() {}

    /** A state whose own format some of the readings have, with how sure that makes of it. */
    public static Optional<IssuingState.Issued> of(List<Candidate> ranked) {
        return state(ranked.getFirst().plate().raw()).map(code -> {
            var share = ranked.stream()
                    .filter(reading -> state(reading.plate().raw()).equals(Optional.of(code)))
                    .mapToDouble(reading -> reading.confidence().value())
                    .sum();
            return new IssuingState.Issued(code, new Confidence(TRUST * Math.min(1, share)));
        });
    }

    private static Optional<String> state(String serial) {
        return ALL.stream()
                .filter(own -> own.serials().matcher(serial).matches())
                .map(Own::code)
                .findFirst();
    }
}
