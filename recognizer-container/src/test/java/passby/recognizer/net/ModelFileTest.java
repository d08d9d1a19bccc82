package passby.recognizer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void everyModelIsTheOneThatWasMeasured() {
        assertThat(ModelFile.all()).allSatisfy(ModelFile::verify);
    }

    @Test
    void aModelWithAnotherHashIsRefused() {
        var measured = ModelFile.DETECTOR;
        var changed = new ModelFile(measured.resource(), measured.size(), measured.crc32(), ModelFile.READER.sha256());

        assertThatThrownBy(changed::verify)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one that was measured");
    }

    @Test
    void aModelOfAnotherLengthOrSumIsNeverLoaded() {
        var measured = ModelFile.DETECTOR;
        var longer = new ModelFile(measured.resource(), measured.size() - 1, measured.crc32(), measured.sha256());
        var shorter = new ModelFile(measured.resource(), measured.size() + 1, measured.crc32(), measured.sha256());
        var changed = new ModelFile(measured.resource(), measured.size(), measured.crc32() + 1, measured.sha256());

        assertThat(Stream.of(longer, shorter, changed))
                .allSatisfy(model -> assertThatThrownBy(() -> model.net("plates", 1))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("not the one that was measured"));
    }

    @Test
    void aMissingModelIsNamed() {
        var missing = new ModelFile("/models/none.onnx", 0, 0, "");

        assertThatThrownBy(missing::bytes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/models/none.onnx");
    }

    @Test
    void allModelsTogetherHaveAtMost25Megabytes() {
        var bytes =
                ModelFile.all().stream().mapToInt(model -> model.bytes().length).sum();

        assertThat(bytes).isLessThanOrEqualTo(25 * MEGABYTE);
    }
}
