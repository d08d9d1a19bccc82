package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TariffTest {
    private static final double CENT = 0.01;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1000000, 1000",
        "1000001, 1000.0008",
        "5000000, 4200",
        "9125000, 6675",
        "35000000, 22200",
        "36000000, 22450"
    })
    void everyPartOfAnAmountCostsThePriceOfItsOwnStep(double images, double dollars) {
        assertThat(Prices.DETECT_TEXT.cost(images)).isCloseTo(dollars, within(0.0001));
    }

    @Test
    void aPriceIsForSoManyOfItsUnit() {
        assertThat(Prices.S3_WRITES.cost(9_125_000)).isCloseTo(45.63, within(CENT));
        assertThat(Prices.DYNAMODB_WRITES.cost(1_600_000)).isCloseTo(1.00, within(CENT));
        assertThat(Prices.KMS_REQUESTS.cost(10_000)).isCloseTo(0.03, within(CENT));
    }

    @Test
    void stepsThatDoNotRiseOrEndAreRefused() {
        var falling = List.of(new Tariff.Step(10, 1), new Tariff.Step(5, 1), Tariff.last(1));
        var ending = List.of(new Tariff.Step(10, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tariff(AwsService.S3, "falling", 1, "GB", falling, "page"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tariff(AwsService.S3, "ending", 1, "GB", ending, "page"));
    }
}
