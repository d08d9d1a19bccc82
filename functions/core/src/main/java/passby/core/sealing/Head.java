package passby.core.sealing;

import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.VerifierKey;
import passby.core.tlog.Checkpoint;

/**
 * A checkpoint of this log that its own key signed.
 *
 * @param note with the signatures of witnesses, if any
 * @param checkpoint what it says
 */
public record Head(Note note, Checkpoint checkpoint) {
    /** @throws LogConflictException when it is not ours */
    public static Head of(byte[] bytes, VerifierKey key) {
        try {
            var note = Note.parse(bytes);
            var checkpoint = Checkpoint.parse(note.text());
            if (note.isSignedBy(key) && checkpoint.origin().equals(key.name())) {
                return new Head(note, checkpoint);
            }
        } catch (MalformedException e) {
            throw new LogConflictException("the stored checkpoint is none: " + e.getMessage());
        }
        throw new LogConflictException("the stored checkpoint is not signed by this log's key");
    }

    boolean isOfSameTree(Checkpoint other) {
        return checkpoint.size() == other.size() && checkpoint.root().equals(other.root());
    }
}
