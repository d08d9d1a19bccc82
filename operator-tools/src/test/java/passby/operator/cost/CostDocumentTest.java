package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;

final class CostDocumentTest {
    /** Surefire runs in the module's folder. */
    private static final Path DOCUMENT = Path.of("..", "docs", "cost.md");

    @Test
    void theDocumentShowsWhatTheCommandPrints() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .as("docs/cost.md, which scripts/cost --table should fill")
                .contains(BillsTable.markdown(Functions.ALL));
    }
}
