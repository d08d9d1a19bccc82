package passby.core.plate;

import java.util.List;

/**
 * One text that a plate in a frame may carry.
 *
 * @param plate the text as recognised
 * @param confidence that the whole text is right
 * @param characters that each character is right, one per character
 */
public record Candidate(Plate plate, Confidence confidence, List<Confidence> characters) {
    public Candidate {
        characters = List.copyOf(characters);
        if (characters.size() != plate.raw().length()) {
            throw new IllegalArgumentException("one confidence per character");
        }
    }

    /** The same text, as likely as this. */
    public Candidate with(Confidence other) {
        return new Candidate(plate, other, characters);
    }
}
