package passby.operator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import passby.aws.api.Functions;

final class ScaleDocumentTest {
    @Test
    void theTableOfTheDocumentIsTheOneThatTheScriptWrites() throws IOException {
        assertThat(Files.readString(Path.of("../docs/scale.md")).lines())
                .containsSequence(SizesTable.markdown(Functions.ALL).lines().toList());
    }
}
