package passby.recognizer;

import org.opencv.core.Mat;

/** Reads a level cut of one line of any print. Implementations MUST be safe for several threads. */
@FunctionalInterface
interface PrintReader {
    ReadPrint read(Mat cut);
}
