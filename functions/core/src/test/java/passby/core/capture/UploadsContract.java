package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.Eventually.eventually;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import passby.core.picture.Jpeg;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Uploads} does. */
public abstract class UploadsContract {
    private final Unique unique = new Unique();
    private final Instant minute = unique.minute();
    private final String cameraId = unique.cameraId();
    private final Jpeg picture = new Jpeg(unique.bytes(3000));

    protected abstract Uploads uploads();

    /** Stores the object as a camera does with its URL: the facts are its signed metadata. */
    protected abstract void given(String key, Jpeg picture, CaptureFacts facts);

    /** Stores the object without any metadata. */
    protected abstract void givenForeign(String key, Jpeg picture);

    private UploadKey key() {
        return new UploadKey(minute, cameraId, unique.ulid(minute));
    }

    @Test
    void anUploadIsFoundWithLengthHashAndFacts() {
        var facts = new CaptureFacts(minute.plusMillis(1), new Position(-33.5, 151.125), 359, "pass_7_A", 12);
        var key = key().format();
        given(key, picture, facts);

        assertThat(uploads().find(key)).contains(new Upload(3000, picture.sha256(), facts));
    }

    @Test
    void whatTheCameraDidNotSayStaysUnsaid() {
        var facts = TestData.facts(minute);
        var key = key().format();
        given(key, picture, facts);

        assertThat(uploads().find(key)).contains(new Upload(3000, picture.sha256(), facts));
    }

    @Test
    void anObjectWithoutOurMetadataIsNoUpload() {
        var key = key().format();
        givenForeign(key, picture);

        assertThat(uploads().find(key)).isEmpty();
        eventually(() -> assertThat(uploads().list(key)).containsExactly(key));
    }

    @Test
    void whatWasNeverUploadedIsNotThere() {
        assertThat(uploads().find(key().format())).isEmpty();
    }

    @Test
    void aDeletedUploadIsGone() {
        var key = key().format();
        given(key, picture, TestData.facts(minute));

        uploads().delete(key);

        assertThat(uploads().find(key)).isEmpty();
        eventually(() -> assertThat(uploads().list(key)).isEmpty());
    }

    @Test
    void deletingWhatIsGoneIsFine() {
        var key = key().format();

        uploads().delete(key);

        assertThat(uploads().find(key)).isEmpty();
    }

    @Test
    void aPrefixListsItsOwnKeysOnly() {
        var mine = key();
        var otherMinute = new UploadKey(minute.plusSeconds(60), cameraId, mine.uploadId());
        given(mine.format(), picture, TestData.facts(minute));
        given(otherMinute.format(), picture, TestData.facts(minute));

        var listed = UploadKey.prefixes(minute).stream()
                .flatMap(prefix -> uploads().list(prefix).stream())
                .toList();

        assertThat(listed).contains(mine.format()).doesNotContain(otherMinute.format());
    }

    @Test
    void aPrefixListsMoreThanOnePageOfKeys() {
        var prefix = UploadKey.prefixes(minute).getFirst();
        var keys = new HashSet<String>();
        while (keys.size() < 1005) {
            var key = key().format();
            if (key.startsWith(prefix)) {
                keys.add(key);
                given(key, TestData.jpeg("x"), TestData.facts(minute));
            }
        }

        eventually(() -> assertThat(uploads().list(prefix)).containsAll(keys));
    }
}
