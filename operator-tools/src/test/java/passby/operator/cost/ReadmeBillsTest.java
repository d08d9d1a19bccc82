package passby.operator.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeBillsTest {
    /** Surefire runs in the module's folder. */
    private static final Path README = Path.of("..", "README.md");

    @Test
    void theReadmeShowsWhatTheCommandPrints() throws IOException {
        assertThat(Files.readString(README))
                .as("README.md, which scripts/cost --table should fill")
                .contains(BillsTable.markdown());
    }
}
