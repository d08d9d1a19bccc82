package passby.recognizer.net;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;

/** A net with one input, of which one output is asked for. Safe for several threads. */
public final class Net {
    private final OrtSession session;
    private final String input;
    private final String output;

    Net(OrtSession session, String output) {
        this.session = session;
        this.input = session.getInputNames().iterator().next();
        this.output = output;
    }

    /** @return the numbers of the output, the last dimension first */
    public float[] run(TensorPicture picture, long... shape) {
        try (var tensor = picture.tensor(shape);
                var answer = session.run(Map.of(input, tensor), Set.of(output))) {
            var numbers = ((OnnxTensor) answer.get(0)).getFloatBuffer();
            var copy = new float[numbers.remaining()];
            numbers.get(copy);
            return copy;
        } catch (OrtException e) {
            throw new IllegalStateException("the model did not run", e);
        }
    }

    /** What stands in the file about the net, such as its alphabet. */
    public Map<String, String> metadata() {
        try {
            return session.getMetadata().getCustomMetadata();
        } catch (OrtException e) {
            throw new IllegalStateException("the model's metadata cannot be read", e);
        }
    }
}
