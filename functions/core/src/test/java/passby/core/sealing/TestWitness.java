package passby.core.sealing;

import java.time.Clock;
import java.util.List;
import passby.core.note.Cosignature;
import passby.core.note.NoteSignature;
import passby.core.note.TestKeys;
import passby.core.tlog.AddCheckpoint;

/** A witness who signs whatever it is shown. */
record TestWitness(Clock clock) implements Witnesses {
    @Override
    public List<NoteSignature> cosign(AddCheckpoint request, ConsistencyProofs proofs) {
        return List.of(Cosignature.sign(TestKeys.WITNESS, request.checkpoint().text(), clock.instant()));
    }
}
