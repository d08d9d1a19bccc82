package passby.infra.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The image is built on whatever machine deploys: only the stage that runs nothing may be of another processor. */
final class ImageFilesTest {
    @Test
    void aMachineOfAnotherProcessorRunsNothingOfTheImage() throws IOException {
        var stages =
                Files.readString(Path.of("../recognizer-container/Dockerfile")).split("(?m)^FROM ");

        assertThat(stages)
                .filteredOn(stage -> stage.contains("\nRUN "))
                .singleElement()
                .satisfies(stage -> assertThat(stage).startsWith("rehearsed-no AS rehearsed-yes"));
        assertThat(stages).anyMatch(stage -> stage.startsWith("rehearsed-${REHEARSED} AS rehearsed"));
        assertThat(Files.readString(Path.of("../scripts/build-image")))
                .contains("x86_64:x86-64 | aarch64:arm64 | arm64:arm64) REHEARSED=yes", "*) REHEARSED=no");
    }
}
