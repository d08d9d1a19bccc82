package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

final class CostDocumentTest {
    /** Surefire runs in the module's folder. */
    private static final Path DOCUMENT = Path.of("..", "docs", "cost.md");

    private static final Path README = Path.of("..", "README.md");

    @Test
    void theDocumentShowsWhatTheCommandPrints() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .as("docs/cost.md, which scripts/cost --table should fill")
                .contains(BillsTable.markdown(Functions.ALL));
    }

    @Test
    void theReadmeNamesTheBillOfAHundredCameras() throws IOException {
        var bill = Bill.of(
                Functions.ALL,
                new Workload(
                        100,
                        BillsTable.READS_PER_DAY,
                        RecognizerOrder.CONTAINER_ONLY,
                        NonHitRetention.DAYS_7,
                        HitRetention.DAYS_365));

        assertThat(Files.readString(README))
                .contains(String.format(
                        Locale.ROOT, "$%,.0f a month for 100 cameras with our own recogniser", bill.total()));
    }
}
