package passby.core.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

/**
 * A line of text with what it says if it is a plate.
 *
 * @param seen the line as a reader of any print saw it, by which it may turn out to be something else
 * @param readings texts that a plate there may carry, the likeliest first; none if it cannot be one
 */
public record PlateLine(SeenText seen, List<Candidate> readings) {
    public PlateLine {
        readings = List.copyOf(readings);
    }

    /** What a line says to an engine that reads all print alike: its letters and digits as they stand. */
    public static PlateLine of(SeenText seen) {
        var raw = Lettering.letters(seen.text());
        if (raw.isEmpty() || raw.length() > Plate.MAX_LENGTH) {
            return new PlateLine(seen, List.of());
        }
        return new PlateLine(seen, List.of(new Candidate(new Plate(raw), seen.confidence(), characters(seen, raw))));
    }

    private static List<Confidence> characters(SeenText seen, String raw) {
        if (seen.characters().size() != seen.text().length()) {
            return Collections.nCopies(raw.length(), seen.confidence());
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
