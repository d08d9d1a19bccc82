package passby.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link Pictures} does. */
public abstract class PicturesContract {
    private final Unique unique = new Unique();
    private final String key = "c/" + unique.code() + "-1/plate-0123456789abcdef.jpg";
    private final Jpeg picture = new Jpeg(unique.bytes(2000));

    protected abstract Pictures pictures();

    @Test
    void aPictureIsFoundByteForByte() {
        pictures().put(key, picture);

        assertThat(pictures().find(key)).contains(picture);
    }

    @Test
    void aPictureThatWasNeverStoredIsNotThere() {
        assertThat(pictures().find(key)).isEmpty();
    }

    @Test
    void storingTheSamePictureAgainChangesNothing() {
        pictures().put(key, picture);

        pictures().put(key, picture);

        assertThat(pictures().find(key)).contains(picture);
    }

    @Test
    void aDeletedPictureIsGone() {
        var other = key.replace("plate-", "vehicle-");
        pictures().put(key, picture);
        pictures().put(other, picture);

        pictures().delete(key);

        assertThat(pictures().find(key)).isEmpty();
        assertThat(pictures().find(other)).contains(picture);
    }

    @Test
    void deletingWhatIsGoneIsFine() {
        pictures().put(key, picture);
        pictures().delete(key);

        pictures().delete(key);

        assertThat(pictures().find(key)).isEmpty();
    }
}
