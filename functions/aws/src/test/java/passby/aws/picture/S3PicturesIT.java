package passby.aws.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import passby.aws.stub.S3ProxyServer;
import passby.core.picture.CropFile;
import passby.core.picture.FrameLimits;
import passby.core.picture.Jpeg;
import passby.core.picture.Pictures;
import passby.core.picture.PicturesContract;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3PicturesIT extends PicturesContract {
    private static final int LARGEST = FrameLimits.MAX_CROP_BYTES + CropFile.EXTRA_BYTES;

    private static final String BUCKET = "pictures";

    private static final S3ProxyServer S3 = S3ProxyServer.start(BUCKET);
    private final S3Pictures pictures = new S3Pictures(S3.client(), BUCKET);

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Override
    protected Pictures pictures() {
        return pictures;
    }

    @Test
    void aStoredPictureIsAJpeg() {
        pictures.put("c/1/plate.jpg", new Jpeg(new byte[] {1, 2, 3}));

        var head = S3.client().headObject(get -> get.bucket(BUCKET).key("c/1/plate.jpg"));

        assertThat(head.contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void aPictureAsLargeAsAllCropsTogetherIsFound() {
        var largest = new Jpeg(new byte[LARGEST]);
        pictures.put("largest", largest);

        var found = pictures.find("largest");

        assertThat(found).contains(largest);
    }

    @Test
    void anObjectLargerThanAnyCropIsNotReadToItsEnd() {
        S3.client().putObject(put -> put.bucket(BUCKET).key("huge"), RequestBody.fromBytes(new byte[LARGEST + 1]));

        assertThatThrownBy(() -> pictures.find("huge"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("larger than any crop");
    }

    @Test
    void aBucketThatIsNotThereIsABrokenWorld() {
        var nowhere = new S3Pictures(S3.client(), "no-such-bucket");

        assertThatThrownBy(() -> nowhere.find("c/1/plate.jpg")).isInstanceOf(S3Exception.class);
    }
}
