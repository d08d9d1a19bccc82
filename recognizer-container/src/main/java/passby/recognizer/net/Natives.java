package passby.recognizer.net;

import org.opencv.core.Core;

/** OpenCV's native library, unpacked and loaded when first asked for. */
public final class Natives {
    /** The JVM runs this once, before the first {@link #load(int)} returns. */
    private static final class Loaded {
        static final String BUILD = loaded();

        private static String loaded() {
            nu.pattern.OpenCV.loadLocally();
            return Core.VERSION;
        }
    }

    private Natives() {}

    /**
     * @param threads that OpenCV may use in the whole process
     * @return OpenCV's version
     */
    public static String load(int threads) {
        var version = Loaded.BUILD;
        Core.setNumThreads(threads);
        return version;
    }
}
