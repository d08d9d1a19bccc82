package passby.recognizer;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A model, or its alphabet, as a resource of a jar. It is used only if its hash is the one written here, so that a changed
 * jar cannot bring in another model unseen.
 *
 * @param resource its path in the jar
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
record ModelFile(String resource, String sha256) {
    /** PP-OCRv4's, rewritten in fewer steps by {@code training/ppocr/faster.py}; so is {@link #RECOGNITION}. */
    static final ModelFile DETECTION = new ModelFile(
            "/passby/recognizer/text-lines.onnx", "3c61d0dd89fd6925c70008972b83896a6276f0e186c6ff41576c6cf0e5ffe809");

    static final ModelFile RECOGNITION = new ModelFile(
            "/passby/recognizer/print.onnx", "e9bdc3179b0cd62cd8d3b70a338b7d14d77c3891ca1b33f8bea2943b09a554c1");
    static final ModelFile ALPHABET = new ModelFile(
            "/passby/recognizer/print-alphabet.txt",
            "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7");

    /** Ours, trained on drawn plates only; see the model card in this module's README. */
    static final ModelFile PLATES = new ModelFile(
            "/passby/recognizer/plate.onnx", "603bb4f52fb887e41f3f4d4a67d659e462229161a69a47d8ecbeed16e3323a36");

    byte[] bytes() {
        try (var in = ModelFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no model " + resource);
            }
            var bytes = in.readAllBytes();
            if (!hash(bytes).equals(sha256)) {
                throw new IllegalStateException("model " + resource + " is not the one that was measured");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return List.of(new String(bytes(), StandardCharsets.UTF_8).split("\n"));
    }

    Net net(int threads) {
        var bytes = bytes();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Patterns are kept for every shape of input, and inputs have many shapes.
            options.setMemoryPatternOptimization(false);
            return new Net(OrtEnvironment.getEnvironment().createSession(bytes, options));
        } catch (OrtException e) {
            throw new IllegalStateException("model " + resource + " does not load", e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
