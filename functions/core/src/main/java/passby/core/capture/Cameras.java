package passby.core.capture;

import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** The registry of cameras. Only public keys are stored. */
public interface Cameras {
    /** Read strongly: a retired camera is out at its next request. */
    Optional<Camera> find(String cameraId);

    /** At most 1,000, by id. */
    List<Camera> all();

    /** A conflict when the id was ever used: ids of retired cameras are not given again. */
    Commit register(Camera camera, Entry entry);

    /** Replaces the camera whose revision is one less; a conflict when that is not the stored one. */
    Commit replace(Camera camera, Entry entry);
}
