package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.plate.PlatePattern;
import passby.core.read.Frames;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link PlateIndex} does. */
public abstract class PlateIndexContract {
    private final Unique unique = new Unique();

    protected abstract PlateIndex index();

    /** Of the same city, without reads but those of this test class. */
    protected abstract Frames frames();

    private PlateKey stored(String plate) {
        var read = ARead.of(unique.ulid(TestData.NOW), plate, TestData.NOW);
        frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        return TestData.CITY_KEY.plateKey(new Plate(plate));
    }

    private List<PlateKey> found(String pattern) {
        return index().find(new PlatePattern(pattern)).orElseThrow();
    }

    @Test
    void aPlateIsFoundByEveryPartOfIt() {
        var key = stored("7KXW418");

        for (var pattern : List.of(
                "7K*",
                "*18",
                "*XW*",
                "7KXW41?",
                "?KXW418",
                "7??W???",
                "7*8",
                "7?X*",
                "*K?W*",
                "??X?4??",
                "*W41*",
                "7KXW418*",
                "*7KXW418",
                "7K*1?")) {
            assertThat(found(pattern)).as(pattern).contains(key);
        }
    }

    @Test
    void aPlateThatDoesNotFitIsNotFound() {
        var key = stored("7KXW419");

        for (var pattern : List.of("7K?*18", "KX*", "*419?", "7KXW41??", "?7KXW419", "8*9", "*KW*")) {
            assertThat(found(pattern)).as(pattern).doesNotContain(key);
        }
    }

    @Test
    void lookAlikesAreFoundTogether() {
        var key = stored("OB7Q5Z4");

        assertThat(found("0878*").isEmpty()).isTrue();
        assertThat(found("D8?0S*")).contains(key);
    }

    @Test
    void aPlateOfWhichManyReadsAreStoredIsFoundOnceInTheOrderOfKeys() {
        stored("6HHH111");
        stored("6HHH111");
        stored("6HHH112");

        assertThat(found("6HHH*")).hasSize(2).isSortedAccordingTo(java.util.Comparator.comparing(PlateKey::value));
    }

    @Test
    void aPatternThatSaysTooLittleIsNotLookedUp() {
        assertThat(index().find(new PlatePattern("*A*4*"))).isEmpty();
    }
}
