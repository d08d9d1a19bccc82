package passby.recognizer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aModelWithAnotherHashIsRefused() {
        var changed = new ModelFile(ModelFile.READER.resource(), ModelFile.DETECTOR.sha256());

        assertThatThrownBy(() -> changed.net("logp", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one that was measured");
    }

    @Test
    void aMissingModelIsNamed() {
        var missing = new ModelFile("/models/none.onnx", "");

        assertThatThrownBy(missing::bytes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/models/none.onnx");
    }

    @Test
    void allModelsTogetherHaveAtMost25Megabytes() {
        var bytes = Stream.of(ModelFile.DETECTOR, ModelFile.READER, ModelFile.PRINT)
                .mapToInt(model -> model.bytes().length)
                .sum();

        assertThat(bytes).isLessThanOrEqualTo(25 * MEGABYTE);
    }
}
