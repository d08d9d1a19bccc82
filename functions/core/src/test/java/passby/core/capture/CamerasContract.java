package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.Eventually.eventually;
import static passby.core.testing.TestData.NOW;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Cameras} does. */
public abstract class CamerasContract {
    private final Unique unique = new Unique();
    private final Camera camera = TestData.camera(unique.cameraId());

    protected abstract Cameras cameras();

    protected abstract DurableEntries durable();

    private void assertCommitted(Commit commit, Entry entry) {
        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
        assertThat(durable().openings(entry.entryId())).isEqualTo(entry.openings());
    }

    private void assertRefused(Commit commit, Entry entry) {
        assertThat(commit).isEqualTo(new Commit.Conflict());
        assertThat(durable().canonical(entry.entryId())).isEmpty();
        assertThat(durable().openings(entry.entryId())).isEmpty();
    }

    private void register() {
        cameras().register(camera, TestData.entry(EntryType.CAMERA_REGISTERED));
    }

    @Test
    void aRegistrationAndItsEntryCommitTogether() {
        var entry = TestData.entry(EntryType.CAMERA_REGISTERED);

        var commit = cameras().register(camera, entry);

        assertCommitted(commit, entry);
        assertThat(cameras().find(camera.cameraId())).contains(camera);
    }

    @Test
    void aCameraNobodyRegisteredIsNotThere() {
        assertThat(cameras().find(unique.cameraId())).isEmpty();
    }

    @Test
    void whoseACameraIsAndWhetherItsOwnerOptedInIsStored() {
        register();

        for (var ownership : List.of(Ownership.PRIVATE, Ownership.PRIVATE_OPTED_IN, Ownership.CITY)) {
            var stored = cameras().find(camera.cameraId()).orElseThrow().owned(ownership);
            cameras().replace(stored, TestData.entry(EntryType.CAMERA_OPTED_IN));
            assertThat(cameras().find(camera.cameraId())).contains(stored);
        }
    }

    @Test
    void anIdIsGivenOnce() {
        register();
        var other = TestData.camera(camera.cameraId()).withKey(TestData.cameraKey("key-of-another"));
        var entry = TestData.entry(EntryType.CAMERA_REGISTERED);

        var commit = cameras().register(other, entry);

        assertRefused(commit, entry);
        assertThat(cameras().find(camera.cameraId())).contains(camera);
    }

    @Test
    void theIdOfARetiredCameraIsNotGivenAgain() {
        register();
        cameras().replace(camera.retired(NOW), TestData.entry(EntryType.CAMERA_RETIRED));
        var entry = TestData.entry(EntryType.CAMERA_REGISTERED);

        var commit = cameras().register(camera, entry);

        assertRefused(commit, entry);
        assertThat(cameras().find(camera.cameraId())).contains(camera.retired(NOW));
    }

    @Test
    void aChangeAndItsEntryCommitTogether() {
        register();
        var rotated = camera.withKey(TestData.cameraKey("key-2"));
        var entry = TestData.entry(EntryType.CAMERA_KEY_ADDED);

        var commit = cameras().replace(rotated, entry);

        assertCommitted(commit, entry);
        assertThat(cameras().find(camera.cameraId())).contains(rotated);
    }

    @Test
    void aChangeThatDidNotSeeTheLastOneIsRefused() {
        register();
        cameras().replace(camera.withKey(TestData.cameraKey("key-2")), TestData.entry(EntryType.CAMERA_KEY_ADDED));
        var entry = TestData.entry(EntryType.CAMERA_RETIRED);

        var commit = cameras().replace(camera.retired(NOW), entry);

        assertRefused(commit, entry);
        assertThat(cameras().find(camera.cameraId())).contains(camera.withKey(TestData.cameraKey("key-2")));
    }

    @Test
    void aCameraThatIsNotThereCannotBeChanged() {
        var entry = TestData.entry(EntryType.CAMERA_RETIRED);

        var commit = cameras().replace(camera.retired(NOW), entry);

        assertRefused(commit, entry);
        assertThat(cameras().find(camera.cameraId())).isEmpty();
    }

    @Test
    void theRegistryListsRetiredCamerasTooById() {
        var other = TestData.camera(unique.cameraId());
        register();
        cameras().register(other, TestData.entry(EntryType.CAMERA_REGISTERED));
        cameras().replace(other.retired(NOW), TestData.entry(EntryType.CAMERA_RETIRED));

        eventually(() -> assertThat(cameras().all())
                .contains(camera, other.retired(NOW))
                .isSortedAccordingTo(Comparator.comparing(Camera::cameraId)));
    }
}
