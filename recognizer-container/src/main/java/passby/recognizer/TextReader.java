package passby.recognizer;

import java.util.List;
import org.opencv.core.Mat;

/** Reads level cuts of one line of text each. Implementations MUST be safe for several threads. */
interface TextReader {
    /** One lattice for each cut, in their order. */
    List<Lattice> read(List<Mat> cuts);
}
