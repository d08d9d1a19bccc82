package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.capture.Ownership;
import passby.core.id.Ulids;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

/** A shop's camera, whose owner opts in and withdraws. */
final class OptedInReadsTest {
    private static final String SHOP = "cam-shop";
    private static final String CITY = "cam-elm";

    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_30));
    private final OptedInReads reads =
            new OptedInReads(searches.city.frames(), searches.city.cameras(), searches.clock);
    private final Read ofTheShop = store(SHOP);
    private final Read ofTheCity = store(CITY);

    private Read store(String cameraId) {
        var one = ARead.of(
                        new Ulids(searches.clock, searches.city.entropy()).next(),
                        "7TST123",
                        NOW.minus(Duration.ofHours(1)))
                .withCamera(cameraId);
        var stored = one.build();
        searches.city.frames().store(one.frame(List.of()), List.of(stored), List.of());
        return stored;
    }

    @BeforeEach
    void register() {
        searches.city.cameras().put(TestData.camera(CITY));
        own(Ownership.PRIVATE_OPTED_IN);
    }

    private void own(Ownership ownership) {
        searches.city.cameras().put(TestData.camera(SHOP).owned(ownership));
    }

    private List<Read> found() {
        return reads.byPlate(ofTheCity.plateKey(), NOW.minus(Duration.ofDays(1)), NOW, null, 10)
                .reads();
    }

    @Test
    void whileItsOwnerIsInItsReadsAreAnswered() {
        assertThat(found()).containsExactlyInAnyOrder(ofTheShop, ofTheCity);
    }

    @Test
    void fromTheMomentOfAWithdrawalNothingOfItIsAnswered() {
        assertThat(found()).hasSize(2);
        own(Ownership.PRIVATE);

        assertThat(found()).containsExactly(ofTheCity);
        assertThat(reads.find(ReadRef.of(ofTheShop))).isEmpty();
        assertThat(reads.find(ReadRef.of(ofTheCity))).contains(ofTheCity);
        assertThat(reads.byCamera(SHOP, NOW.minus(Duration.ofDays(1)), NOW, null, 10))
                .isEmpty();
        assertThat(reads.byPlateElsewhere(ofTheCity.plateKey(), NOW.minus(Duration.ofDays(1)), NOW, "cam-oak", 10))
                .containsExactly(ofTheCity);
    }
}
