package passby.recognizer.net;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Map;
import org.opencv.core.Core;
import passby.core.picture.FrameLimits;

/**
 * OpenCV's native library, loaded when first asked for: from the folder that {@value #FOLDER} names, where the image has it, or else
 * unpacked from its jar, which takes a seventh of a start. Its own limits on pictures are set before: whatever a
 * file makes the decoder believe, no picture larger than {@link FrameLimits} allows gets memory.
 */
public final class Natives {
    private static final String FOLDER = "passby.natives";

    /** Read from the process's environment by OpenCV (modules/imgcodecs/src/loadsave.cpp) when it is loaded, and never again. */
    private static final Map<String, Integer> PICTURE_LIMITS = Map.of(
            "OPENCV_IO_MAX_IMAGE_PIXELS", FrameLimits.MAX_PIXELS,
            "OPENCV_IO_MAX_IMAGE_WIDTH", FrameLimits.MAX_SIDE,
            "OPENCV_IO_MAX_IMAGE_HEIGHT", FrameLimits.MAX_SIDE);

    /** The JVM runs this once, before the first {@link #load(int)} returns. */
    private static final class Loaded {
        static final String BUILD = loaded();

        private static String loaded() {
            PICTURE_LIMITS.forEach((name, limit) -> putIntoEnvironment(name, limit.toString()));
            var folder = System.getProperty(FOLDER);
            if (folder == null) {
                nu.pattern.OpenCV.loadLocally();
            } else {
                load(Path.of(folder, System.mapLibraryName(Core.NATIVE_LIBRARY_NAME)));
            }
            return Core.VERSION;
        }

        @SuppressWarnings("restricted") // every JVM of ours is started with --enable-native-access
        private static void load(Path library) {
            System.load(library.toString());
        }

        /** POSIX setenv(3). Java's own copy of the environment is not what native code reads, and cannot be changed. */
        @SuppressWarnings("restricted") // every JVM of ours is started with --enable-native-access
        private static void putIntoEnvironment(String name, String value) {
            var linker = Linker.nativeLinker();
            var setenv = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setenv"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            try (var arena = Arena.ofConfined()) {
                var failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
                if (failed != 0) {
                    throw new IllegalStateException(name + " cannot be set");
                }
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(name + " cannot be set", e);
            }
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
