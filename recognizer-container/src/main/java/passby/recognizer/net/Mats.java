package passby.recognizer.net;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** Frees native pictures at the end of a block; the collector does not see how large they are and would come too late. */
public final class Mats implements AutoCloseable {
    private final List<Mat> owned = new ArrayList<>();

    public Mat empty() {
        return own(new Mat());
    }

    public <T extends Mat> T own(T mat) {
        owned.add(mat);
        return mat;
    }

    @Override
    public void close() {
        owned.forEach(Mat::release);
        owned.clear();
    }
}
