package passby.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MetricTest {
    @Test
    void everyMetricIsMeasuredBySomeFunction() {
        for (var metric : Metric.values()) {
            assertThat(metric.of(Functions.ALL)).as(metric.code()).isNotEmpty();
        }
    }
}
