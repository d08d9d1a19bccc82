package passby.recognizer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnStreetTest {
    @Test
    void theSameNumberOfTheSameSeedIsTheSameStreet() {
        assertThat(DrawnStreet.of(7, 3)).isEqualTo(DrawnStreet.of(7, 3));
    }

    @Test
    void anotherNumberAndAnotherSeedAreOtherStreets() {
        var street = DrawnStreet.of(7, 3);

        assertThat(street).isNotEqualTo(DrawnStreet.of(7, 4)).isNotEqualTo(DrawnStreet.of(8, 3));
    }

    @Test
    void whatMustBeReadLiesWhollyInThePicture() {
        var streets = IntStream.range(0, 20)
                .mapToObj(number -> DrawnStreet.of(7, number))
                .toList();

        assertThat(streets)
                .allSatisfy(street -> assertThat(street.asked()).allSatisfy(plate -> {
                    assertThat(plate.text()).matches("[0-9A-Z]{6,7}");
                    assertThat(plate.plate().x()).isPositive();
                    assertThat(plate.plate().x() + plate.plate().w()).isLessThan(street.size().width);
                    assertThat(plate.plate().y() + plate.plate().h()).isLessThan(street.size().height);
                }));
        assertThat(streets).anySatisfy(street -> assertThat(street.asked()).hasSizeGreaterThan(1));
    }
}
