package passby.core.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

/**
 * A line of text and what it says if it is a plate.
 *
 * @param seen the line, by which it may turn out to be something else
 * @param reading its letters and digits as they stand
 */
record PlateLine(SeenText seen, Candidate reading) {
    /** Empty when it has no letters and digits, or more than a plate. */
    static Optional<PlateLine> of(SeenText seen) {
        var raw = Lettering.letters(seen.text());
        return raw.isEmpty() || raw.length() > Plate.MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new PlateLine(
                        seen, new Candidate(new Plate(raw), seen.confidence(), characters(seen, raw.length()))));
    }

    private static List<Confidence> characters(SeenText seen, int length) {
        if (seen.characters().size() != seen.text().length()) {
            return Collections.nCopies(length, seen.confidence());
        }
        var characters = new ArrayList<Confidence>();
        for (var i = 0; i < seen.text().length(); i++) {
            if (!Lettering.letters(seen.text().substring(i, i + 1)).isEmpty()) {
                characters.add(seen.characters().get(i));
            }
        }
        return characters;
    }
}
