package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModelFileTest {
    @Test
    void aModelWithAnotherHashIsRefused() {
        var changed = new ModelFile(ModelFile.PLATES.resource(), ModelFile.DETECTION.sha256());

        assertThatThrownBy(() -> changed.net(1))
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
    void theAlphabetHasACharacterForEachClassButTwo() {
        assertThat(ModelFile.ALPHABET.lines()).hasSize(6623);
    }
}
