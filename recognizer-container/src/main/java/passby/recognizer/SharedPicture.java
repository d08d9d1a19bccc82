package passby.recognizer;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Memory that is a picture to OpenCV and a tensor to a net, so that nothing is copied between them; freed when closed. */
final class SharedPicture implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final ByteBuffer memory;
    private final Mat mat;

    private SharedPicture(int rows, int cols, int type) {
        var bytes = (long) rows * cols * CvType.ELEM_SIZE(type);
        memory = arena.allocate(bytes, Float.BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
        mat = new Mat(rows, cols, type, memory);
    }

    /** Three channels of bytes, blue first. */
    static SharedPicture colours(int rows, int cols) {
        return new SharedPicture(rows, cols, CvType.CV_8UC3);
    }

    static SharedPicture numbers(int rows, int cols) {
        return new SharedPicture(rows, cols, CvType.CV_32F);
    }

    /** What is written here must have its size and type already, else OpenCV would write elsewhere. */
    Mat mat() {
        return mat;
    }

    /** The same memory, which the caller closes before this. */
    OnnxTensor tensor(long... shape) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        return mat.type() == CvType.CV_32F
                ? OnnxTensor.createTensor(environment, memory.asFloatBuffer(), shape)
                : OnnxTensor.createTensor(environment, memory, shape, OnnxJavaType.UINT8);
    }

    @Override
    public void close() {
        mat.release();
        arena.close();
    }
}
