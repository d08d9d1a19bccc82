package passby.core.capture;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** The registry of cameras in memory. */
public final class InMemoryCameras implements Cameras {
    private final InMemoryLedger ledger;
    private final TreeMap<String, Camera> cameras = new TreeMap<>();

    public InMemoryCameras(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As if it had been registered long ago. */
    public void put(Camera camera) {
        ledger.exclusively(() -> cameras.put(camera.cameraId(), camera));
    }

    @Override
    public Optional<Camera> find(String cameraId) {
        return ledger.exclusively(() -> Optional.ofNullable(cameras.get(cameraId)));
    }

    @Override
    public List<Camera> all() {
        return ledger.exclusively(() -> cameras.values().stream().limit(1000).toList());
    }

    @Override
    public Commit register(Camera camera, Entry entry) {
        return ledger.commit(() -> find(camera.cameraId()).isEmpty(), () -> put(camera), entry);
    }

    @Override
    public Commit replace(Camera camera, Entry entry) {
        return ledger.commit(
                () -> find(camera.cameraId())
                        .filter(stored -> stored.revision() == camera.revision() - 1)
                        .isPresent(),
                () -> put(camera),
                entry);
    }
}
