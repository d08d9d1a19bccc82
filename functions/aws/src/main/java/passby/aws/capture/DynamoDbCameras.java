package passby.aws.capture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The registry of cameras: one row for each id that was ever given. */
public final class DynamoDbCameras implements Cameras {
    private static final int MAX_CAMERAS = 1_000;

    private final DynamoDbTable<Camera> cameras;
    private final DynamoDbChanges changes;

    public DynamoDbCameras(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.cameras = tables.mapped(client, Tables.CAMERAS, CameraSchema.ROW);
        this.changes = changes;
    }

    @Override
    public Optional<Camera> find(String cameraId) {
        return Optional.ofNullable(
                cameras.getItem(get -> get.key(CameraRowKeys.camera(cameraId)).consistentRead(true)));
    }

    @Override
    public List<Camera> all() {
        return cameras.scan(scan -> scan.consistentRead(true)).items().stream()
                .limit(MAX_CAMERAS)
                .sorted(Comparator.comparing(Camera::cameraId))
                .toList();
    }

    @Override
    public Commit register(Camera camera, Entry entry) {
        return changes.commit(List.of(Writes.putNew(cameras, camera)), entry);
    }

    @Override
    public Commit replace(Camera camera, Entry entry) {
        var seen = AttributeValue.fromN(String.valueOf(camera.revision() - 1));
        return changes.commit(List.of(Writes.replace(cameras, camera, CameraSchema.REVISION, seen)), entry);
    }
}
