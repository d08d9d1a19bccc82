package passby.recognizer.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import passby.core.picture.FrameLimits;
import passby.recognizer.net.Natives;

/** A small drawn frame with a made-up plate, and what an attacker would do to its bytes. The same files on every run. */
final class HostileFrames {
    private static final int START_OF_FRAME = 0xc0;
    private static final int START_OF_PROGRESSIVE_FRAME = 0xc2;
    private static final int QUANTIZATION = 0xdb;
    private static final int HUFFMAN = 0xc4;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;

    private HostileFrames() {}

    static Stream<byte[]> all() {
        var frame = jpeg(false);
        return Stream.of(handmade(frame, jpeg(true)), truncated(frame), flipped(frame))
                .flatMap(files -> files);
    }

    private static Stream<byte[]> handmade(byte[] frame, byte[] progressive) {
        return Stream.of(
                new byte[0],
                frame,
                progressive,
                new byte[FrameLimits.MAX_BYTES + 1],
                "GIF89a".getBytes(StandardCharsets.US_ASCII),
                withSize(frame, START_OF_FRAME, 0xffff, 0xffff),
                withSize(frame, START_OF_FRAME, 5000, 5000),
                withSize(frame, START_OF_FRAME, 0, 0),
                withSize(progressive, START_OF_PROGRESSIVE_FRAME, 1999, 1999),
                blanked(frame, QUANTIZATION),
                blanked(frame, HUFFMAN),
                blanked(frame, SCAN),
                withSegment(frame, EXIF, exifPointingAtItself()),
                withSegment(frame, EXIF, new byte[60_000]),
                manyScans(progressive));
    }

    private static Stream<byte[]> truncated(byte[] frame) {
        return IntStream.rangeClosed(1, 8).mapToObj(i -> Arrays.copyOf(frame, frame.length * i / 9));
    }

    /** Sixteen files, each with one to eight bits turned at places that the file's number decides. */
    private static Stream<byte[]> flipped(byte[] frame) {
        return IntStream.range(0, 16).mapToObj(seed -> {
            var chance = new Random(seed);
            var bytes = frame.clone();
            for (var i = 0; i <= seed / 2; i++) {
                bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
            }
            return bytes;
        });
    }

    private static byte[] jpeg(boolean progressive) {
        Natives.load(1);
        var picture = new Mat(180, 320, CvType.CV_8UC3, new Scalar(90, 95, 100));
        var white = new Scalar(235, 240, 240);
        Imgproc.rectangle(picture, new Point(80, 60), new Point(240, 130), white, Imgproc.FILLED);
        Imgproc.putText(
                picture, "KLM4827", new Point(92, 105), Imgproc.FONT_HERSHEY_DUPLEX, 1, new Scalar(60, 20, 20), 2);
        var file = new MatOfByte();
        Imgcodecs.imencode(
                ".jpg", picture, file, new MatOfInt(Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0));
        return file.toArray();
    }

    /** The place behind the marker's two bytes. */
    private static int segment(byte[] jpeg, int marker) {
        return IntStream.range(0, jpeg.length - 1)
                        .filter(i -> (jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == marker)
                        .findFirst()
                        .orElseThrow()
                + 2;
    }

    private static byte[] withSize(byte[] jpeg, int marker, int width, int height) {
        var bytes = jpeg.clone();
        ByteBuffer.wrap(bytes)
                .putShort(segment(jpeg, marker) + 3, (short) height)
                .putShort(segment(jpeg, marker) + 5, (short) width);
        return bytes;
    }

    /** All of a segment but its length is ones. */
    private static byte[] blanked(byte[] jpeg, int marker) {
        var bytes = jpeg.clone();
        var at = segment(jpeg, marker);
        Arrays.fill(bytes, at + 2, at + ByteBuffer.wrap(jpeg).getShort(at), (byte) 0xff);
        return bytes;
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exifPointingAtItself() {
        return ByteBuffer.allocate(40)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(0)
                .array();
    }

    /** The last scan again and again: few bytes, and a pass over the whole picture each. */
    private static byte[] manyScans(byte[] progressive) {
        var last = IntStream.range(0, progressive.length - 1)
                .filter(i -> (progressive[i] & 0xff) == 0xff && (progressive[i + 1] & 0xff) == SCAN)
                .max()
                .orElseThrow();
        var file = new ByteArrayOutputStream();
        file.write(progressive, 0, last);
        for (var i = 0; i < 5000; i++) {
            file.write(progressive, last, progressive.length - 2 - last);
        }
        file.write(progressive, progressive.length - 2, 2);
        return file.toByteArray();
    }
}
