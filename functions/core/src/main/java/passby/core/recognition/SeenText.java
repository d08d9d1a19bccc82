package passby.core.recognition;

import java.util.List;
import passby.core.picture.Box;
import passby.core.plate.Confidence;

/**
 * A line of text that an engine saw somewhere in a frame, plate or not: what {@link PlateChooser} chooses from.
 *
 * @param text as seen, any case, with whatever separators
 * @param box around it
 * @param confidence of the whole line
 * @param characters of each character of {@code text}; empty when the engine tells only the whole
 */
public record SeenText(String text, Box box, Confidence confidence, List<Confidence> characters) {
    public SeenText {
        characters = List.copyOf(characters);
    }
}
