package passby.recognizer.net;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A model as a resource of a jar. It is used only if it is the one written here, so that a changed jar cannot bring in another model
 * unseen: by its length and CRC-32 each time it is loaded, and by its SHA-256, which takes a fifth of a start, whenever an image is
 * built ({@code Rehearsal}) or tests run.
 *
 * @param resource its path in the jar
 * @param size in bytes
 * @param crc32 of its bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record ModelFile(String resource, int size, long crc32, String sha256) {
    /** Finds plates. Ours, trained on drawn scenes only; the model cards are in this module's README. */
    public static final ModelFile DETECTOR = new ModelFile(
            "/passby/recognizer/plate-detector.onnx",
            3_084_986,
            0x440fd033L,
            "e0556eb454ca9b5b13f05c94a42d4e31909f1afd285c4f7b48640e01867c9b41");

    /** Reads serials. Ours, trained on drawn plates only. */
    public static final ModelFile READER = new ModelFile(
            "/passby/recognizer/plate-reader.onnx",
            10_487_067,
            0xbac901c5L,
            "a5bfa3b634f9778e15d6af26deccc526e8ae7f4d8cd49aa2c41032a307d1976f");

    /** Reads small print. PP-OCRv4's, rewritten by {@code training/print/rewrite.py}. */
    public static final ModelFile PRINT = new ModelFile(
            "/passby/recognizer/print.onnx",
            7_705_142,
            0x47f3dd9bL,
            "640dc4f99155fe86aff504440531b2f9aff8649c22c6aa479b34de767a1d2a07");

    public static List<ModelFile> all() {
        return List.of(DETECTOR, READER, PRINT);
    }

    /** @throws IllegalStateException when it is missing, or not the one that was measured */
    public void verify() {
        try {
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
            if (!hash.equals(sha256)) {
                throw another();
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    byte[] bytes() {
        try (var in = ModelFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no model " + resource);
            }
            var bytes = new byte[size];
            var read = in.readNBytes(bytes, 0, size);
            var crc = new CRC32();
            crc.update(bytes);
            if (read < size || in.read() >= 0 || crc.getValue() != crc32) {
                throw another();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException another() {
        return new IllegalStateException("model " + resource + " is not the one that was measured");
    }

    /**
     * @param output which of the net's outputs to ask for
     * @param threads that it may use
     */
    public Net net(String output, int threads) {
        var bytes = bytes();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Patterns are kept for every shape of input, and inputs have several shapes.
            options.setMemoryPatternOptimization(false);
            return new Net(OrtEnvironment.getEnvironment().createSession(bytes, options), output);
        } catch (OrtException e) {
            throw new IllegalStateException("model " + resource + " does not load", e);
        }
    }
}
