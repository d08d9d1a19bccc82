package passby.recognizer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/** A net with one input. Safe for several threads. */
final class Net {
    /** Asks for what a net answered, before it is freed. */
    @FunctionalInterface
    interface Asking<T> {
        T of(OrtSession.Result answer) throws OrtException;
    }

    private final OrtSession session;
    private final String input;

    Net(OrtSession session) {
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    <T> T run(SharedPicture picture, long[] shape, Asking<T> asking) {
        try (var tensor = picture.tensor(shape);
                var answer = session.run(Map.of(input, tensor))) {
            return asking.of(answer);
        } catch (OrtException e) {
            throw new IllegalStateException("the model did not run", e);
        }
    }

    /** For nets with one answer, which is written into the picture given for it. */
    void run(SharedPicture picture, long[] shape, SharedPicture into, long[] intoShape) {
        try (var tensor = picture.tensor(shape);
                var answer = into.tensor(intoShape);
                var _ = session.run(Map.of(input, tensor), Set.of(), Map.of(output(), answer))) {
            // The answer lies where it was asked for.
        } catch (OrtException e) {
            throw new IllegalStateException("the model did not run", e);
        }
    }

    private String output() {
        return session.getOutputNames().iterator().next();
    }

    Map<String, String> facts() {
        try {
            return session.getMetadata().getCustomMetadata();
        } catch (OrtException e) {
            throw new IllegalStateException("the model does not say what it is", e);
        }
    }

    static FloatBuffer numbers(OrtSession.Result answer, int index) {
        return ((OnnxTensor) answer.get(index)).getFloatBuffer();
    }
}
