package passby.recognizer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.opencv.core.Mat;

/** Pictures to numbers and back, for nets with one input and one output. */
final class Tensors {
    /** What a net answered: the numbers and how they lie. */
    static final class Answer {
        private final float[] values;
        private final long[] shape;

        Answer(float[] values, long[] shape) {
            this.values = values;
            this.shape = shape;
        }

        /** Not copied: an answer belongs to the one reader that asked for it. */
        float[] values() {
            return values;
        }

        int size(int dimension) {
            return Math.toIntExact(shape[dimension]);
        }
    }

    private Tensors() {}

    static Answer run(OrtSession session, float[] input, long... shape) {
        var name = session.getInputNames().iterator().next();
        try (var tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input), shape);
                var result = session.run(Map.of(name, tensor))) {
            var output = (OnnxTensor) result.get(0);
            var copy = output.getFloatBuffer();
            var values = new float[copy.remaining()];
            copy.get(values);
            return new Answer(values, output.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("the model did not run", e);
        }
    }

    /**
     * A picture as planes of blue, green and red, each value (v / 255 - mean) / deviation; what lies right of the picture in
     * a wider plane stays 0.
     */
    static float[] planes(Mat picture, int planeWidth, float[] mean, float[] deviation) {
        var w = picture.cols();
        var h = picture.rows();
        var bytes = new byte[w * h * 3];
        picture.get(0, 0, bytes);
        var planes = new float[3 * h * planeWidth];
        for (var c = 0; c < 3; c++) {
            var scale = 1 / (255 * deviation[c]);
            var shift = mean[c] / deviation[c];
            for (var y = 0; y < h; y++) {
                var to = (c * h + y) * planeWidth;
                for (int x = 0, from = y * w * 3 + c; x < w; x++, from += 3) {
                    planes[to + x] = (bytes[from] & 0xff) * scale - shift;
                }
            }
        }
        return planes;
    }
}
