package passby.aws.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.api.Metric;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.InMemoryCounters;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class EmbeddedMetricsTest {
    @Test
    void aMetricIsALineThatCloudWatchUnderstandsWithTheFunctionAsItsOnlyDimension() throws IOException {
        var log = new ByteArrayOutputStream();
        var metrics = new EmbeddedMetrics(
                "passby-ReadPlates", () -> new PrintStream(log, true, UTF_8), new MutableClock(TestData.NOW));

        metrics.put(Metric.UPLOAD_TO_ALERT, 412);

        var expected = """
                {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [{"Namespace": "Passby", "Dimensions": [["FunctionName"]],
                  "Metrics": [{"Name": "UploadToAlert", "Unit": "Milliseconds"}]}]},
                 "FunctionName": "passby-ReadPlates", "UploadToAlert": 412}
                """.formatted(TestData.NOW.toEpochMilli());
        var json = new ObjectMapper();
        assertThat(json.readTree(log.toString(UTF_8))).isEqualTo(json.readTree(expected));
        assertThat(log.toString(UTF_8)).endsWith("\n").containsOnlyOnce("\n");
    }

    @Test
    void aLostCountIsMeasuredAndStillFails() {
        var measured = new ArrayList<String>();
        var counters = new MeasuredCounters(new Full(), (metric, value) -> measured.add(metric + " " + value));

        assertThatThrownBy(() -> counters.add(Count.HEALTH, 3, TestData.NOW)).hasMessage("the table is away");

        assertThat(measured).isEqualTo(List.of("COUNTS_LOST 3"));
    }

    @Test
    void whatWasCountedIsNotMeasured() {
        var measured = new ArrayList<String>();
        var stored = new InMemoryCounters();
        var counters = new MeasuredCounters(stored, (metric, value) -> measured.add(metric + " " + value));

        counters.add(Count.HEALTH, 3, TestData.NOW);

        assertThat(measured).isEmpty();
        assertThat(counters.ofMinute(TestData.NOW))
                .isEqualTo(stored.ofMinute(TestData.NOW))
                .isNotEmpty();
    }

    /** Counters whose table cannot be written. */
    private static final class Full implements Counters {
        @Override
        public void add(Map<Count, Long> amounts, Instant at) {
            throw new IllegalStateException("the table is away");
        }

        @Override
        public Map<Count, Long> ofMinute(Instant minute) {
            return Map.of();
        }
    }
}
