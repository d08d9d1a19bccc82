package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static passby.core.policy.RecognizerOrder.CONTAINER_ONLY;
import static passby.core.policy.RecognizerOrder.REKOGNITION_FIRST;

import org.junit.jupiter.api.Test;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

final class CapacityNeedTest {
    private static CapacityNeed need(int cameras, RecognizerOrder order, String what) {
        var workload = new Workload(cameras, 2592, order, NonHitRetention.DAYS_7, HitRetention.DAYS_365);
        return CapacityNeed.of(workload).stream()
                .filter(need -> need.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void concurrencyIsReadsASecondTimesTheSecondsOfARun() {
        // 100 cameras with 2,592 reads a day are 3 reads a second, 15 at the peak; a look takes a quarter of a second.
        assertThat(need(100, CONTAINER_ONLY, "reads a second, at the peak").needed())
                .isCloseTo(15, within(1e-9));
        assertThat(need(100, CONTAINER_ONLY, "Recognizer at once").needed()).isCloseTo(3.75, within(1e-9));
    }

    @Test
    void whatIsBeyondAQuotaSaysSo() {
        assertThat(need(100, REKOGNITION_FIRST, "DetectText a second").isWithinBound())
                .isTrue();
        assertThat(need(1000, REKOGNITION_FIRST, "DetectText a second").isWithinBound())
                .isFalse();
        assertThat(need(100_000, CONTAINER_ONLY, "functions at once, together").isWithinBound())
                .isFalse();
    }

    @Test
    void rowsAreKeptForTheirRetentionAndTheDayThatTheirDeletionMayLag() {
        // 259,200 a day for 8 days, and 0.2 % of them for 366
        assertThat(need(100, CONTAINER_ONLY, "rows kept in Reads").needed())
                .isCloseTo(2_073_600 + 189_734.4, within(0.1));
    }
}
