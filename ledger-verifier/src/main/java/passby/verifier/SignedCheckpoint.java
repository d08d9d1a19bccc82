package passby.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.VerifierKey;
import passby.core.tlog.Checkpoint;

/**
 * A checkpoint whose form, signature and time hold.
 *
 * @param place where it was found
 */
record SignedCheckpoint(String place, Note note, Checkpoint checkpoint) {
    /** What clocks may differ by. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Empty, with a failure in the report, when it is none. */
    static Optional<SignedCheckpoint> of(String place, byte[] bytes, VerifierKey key, Instant now, Report report) {
        try {
            var note = Note.parse(bytes);
            var checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(key.name()) || !note.isSignedBy(key)) {
                report.fail(Rule.CHECKPOINT_SIGNATURE, place, "it is not signed by " + key.name());
                return Optional.empty();
            }
            if (checkpoint.time().isAfter(now.plus(SKEW))) {
                report.fail(Rule.CHECKPOINT_TIME, place, "its time " + checkpoint.time() + " is yet to come");
                return Optional.empty();
            }
            return Optional.of(new SignedCheckpoint(place, note, checkpoint));
        } catch (MalformedException e) {
            report.fail(Rule.CHECKPOINT_FORM, place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    long size() {
        return checkpoint.size();
    }
}
