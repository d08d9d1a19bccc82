package passby.core.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link PurgeReports} does. */
public abstract class PurgeReportsContract {
    /** Without a report, each time for a new test. */
    protected abstract PurgeReports reports();

    @Test
    void beforeTheFirstRunThereIsNoReport() {
        assertThat(reports().find()).isEmpty();
    }

    @Test
    void onlyTheLastReportIsKept() {
        var reports = reports();
        reports.put(new PurgeReport(NOW, Map.of(RowKind.READ, Duration.ofSeconds(40)), 3, false));
        var last = new PurgeReport(
                NOW.plusSeconds(60),
                Map.of(RowKind.HOT_LIST_ENTRY, Duration.ofSeconds(7), RowKind.FRAME, Duration.ofHours(30)),
                0,
                true);

        reports.put(last);

        assertThat(reports.find()).contains(last);
    }
}
