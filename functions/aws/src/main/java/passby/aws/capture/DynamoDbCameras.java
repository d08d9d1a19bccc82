package passby.aws.capture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Pages;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The registry of cameras: one row for each id that was ever given. */
public final class DynamoDbCameras implements Cameras {
    private static final int MAX_CAMERAS = 1_000;

    private final DynamoDbClient client;
    private final Tables tables;
    private final DynamoDbChanges changes;

    public DynamoDbCameras(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.client = client;
        this.tables = tables;
        this.changes = changes;
    }

    @Override
    public Optional<Camera> find(String cameraId) {
        var answer = client.getItem(get -> get.tableName(tables.name(Tables.CAMERAS))
                .key(CameraRowKeys.camera(cameraId))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(DynamoDbCameraFormat.read(answer.item())) : Optional.empty();
    }

    @Override
    public List<Camera> all() {
        var scan = ScanRequest.builder()
                .tableName(tables.name(Tables.CAMERAS))
                .consistentRead(true)
                .build();
        return new Pages(client)
                .scan(scan, MAX_CAMERAS).stream()
                        .map(DynamoDbCameraFormat::read)
                        .sorted(Comparator.comparing(Camera::cameraId))
                        .toList();
    }

    @Override
    public Commit register(Camera camera, Entry entry) {
        return changes.commit(
                List.of(Writes.putNew(tables, Tables.CAMERAS, DynamoDbCameraFormat.write(camera))), entry);
    }

    @Override
    public Commit replace(Camera camera, Entry entry) {
        var seen = AttributeValue.fromN(String.valueOf(camera.revision() - 1));
        var item = DynamoDbCameraFormat.write(camera);
        return changes.commit(
                List.of(Writes.replace(tables, Tables.CAMERAS, item, DynamoDbCameraFormat.REVISION, seen)), entry);
    }
}
