package passby.recognizer.net;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Numbers that are a picture to OpenCV and a tensor to a net, so that nothing is copied between them; freed when closed. */
public final class TensorPicture implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final FloatBuffer memory;
    private final Mat mat;

    /** 32-bit numbers; several planes or pictures lie one above the other. */
    public TensorPicture(int rows, int cols, int channels) {
        var bytes = arena.allocate((long) rows * cols * channels * Float.BYTES, Float.BYTES)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
        memory = bytes.asFloatBuffer();
        mat = new Mat(rows, cols, CvType.CV_32FC(channels), bytes);
    }

    /** These rows. What is written to them must have their size and type already, else OpenCV would write elsewhere. */
    public Mat rows(int from, int to) {
        return mat.rowRange(from, to);
    }

    /** The same memory, which the caller closes before this. */
    OnnxTensor tensor(long... shape) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), memory, shape);
    }

    @Override
    public void close() {
        mat.release();
        arena.close();
    }
}
