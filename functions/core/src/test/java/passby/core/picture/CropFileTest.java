package passby.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CropFileTest {
    private static final Box BOX = new Box(0, 0, 1, 1);
    private static final Jpeg PLATE = jpeg("the plate");
    private static final Jpeg VEHICLE = jpeg("the vehicle around it");
    private static final String KEY = "c/n/2026010100/a/01ARZ3NDEKTSV4RRFFQ69G5FAV-1-crops-0123456789abcdef.jpg";

    private final InMemoryPictures pictures = new InMemoryPictures();

    private static Jpeg jpeg(String text) {
        return new Jpeg(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Jpeg file() {
        return CropFile.of(new Crops(new Crop(BOX, PLATE), new Crop(BOX, VEHICLE)));
    }

    private static StoredCrop stored(String key, Jpeg jpeg) {
        return new StoredCrop(key, jpeg.sha256(), BOX);
    }

    @Test
    void bothCropsComeOutOfTheirOneObjectAsTheyWentIn() {
        pictures.put(KEY, file());

        assertThat(CropFile.find(pictures, stored(KEY, PLATE))).contains(PLATE);
        assertThat(CropFile.find(pictures, stored(KEY, VEHICLE))).contains(VEHICLE);
    }

    @Test
    void anObjectOfAnEarlierVersionIsItsOneCrop() {
        var key = KEY.replace("crops", "vehicle");
        pictures.put(key, VEHICLE);

        assertThat(CropFile.find(pictures, stored(key, VEHICLE))).contains(VEHICLE);
    }

    @Test
    void anObjectThatIsGoneHasNoCrop() {
        assertThat(CropFile.find(pictures, stored(KEY, PLATE))).isEmpty();
    }

    @Test
    void aCropThatIsNotInTheObjectIsNotFound() {
        pictures.put(KEY, file());

        assertThat(CropFile.find(pictures, stored(KEY, jpeg("another car")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 12, 33})
    void anObjectThatWasCutShortShowsNobodyElsesBytes(int length) {
        pictures.put(KEY, new Jpeg(Arrays.copyOf(file().bytes(), length)));

        assertThat(CropFile.find(pictures, stored(KEY, VEHICLE))).isEmpty();
    }

    @Test
    void aLengthThatReachesBeyondTheObjectShowsNothing() {
        for (var last : List.of((byte) 0x7f, (byte) 0xff)) {
            var bytes = file().bytes();
            bytes[bytes.length - 4] = last;
            pictures.put(KEY, new Jpeg(bytes));

            assertThat(CropFile.find(pictures, stored(KEY, PLATE))).isEmpty();
        }
    }

    @Test
    void cropsOfOneObjectHaveOneKeyAndThoseOfEarlierVersionsTwo() {
        var other = KEY.replace("crops", "vehicle");

        assertThat(new StoredCrops(stored(KEY, PLATE), stored(KEY, VEHICLE), List.of()).keys())
                .containsExactly(KEY);
        assertThat(new StoredCrops(stored(KEY, PLATE), stored(other, VEHICLE), List.of()).keys())
                .containsExactly(KEY, other);
    }
}
