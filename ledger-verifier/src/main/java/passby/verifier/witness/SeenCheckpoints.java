package passby.verifier.witness;

import java.util.Optional;
import passby.core.note.Note;

/** The last checkpoint of each log that the witness signed. Losing it is losing the witness's word. */
interface SeenCheckpoints {
    Optional<Note> find(String origin);

    /** Durable when it returns. */
    void put(String origin, Note checkpoint);
}
