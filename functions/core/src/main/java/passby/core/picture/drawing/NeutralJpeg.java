package passby.core.picture.drawing;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import passby.core.picture.Jpeg;

/**
 * Writes a picture without colour as baseline JPEG with three components, as a camera's sensor gives one at night (ITU-T T.81: order F.1.1,
 * transform A.3.3, the example tables K.1, K.3 and K.5).
 */
final class NeutralJpeg {
    private static final int SIDE = 8;
    private static final int COEFFICIENTS = SIDE * SIDE;

    /** Finer than table K.1 by this much, as cameras save. */
    private static final double FINER = 0.45;

    private static final int[] QUANTUM = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };

    private static final byte[] DC_LENGTHS = HexFormat.of().parseHex("00010501010101010100000000000000");
    private static final byte[] DC_VALUES = HexFormat.of().parseHex("000102030405060708090a0b");
    private static final byte[] AC_LENGTHS = HexFormat.of().parseHex("0002010303020403050504040000017d");
    private static final byte[] AC_VALUES = HexFormat.of().parseHex("""
            01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a\
            636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4\
            e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa""");

    private static final int[] ZIGZAG = zigzag();
    private static final int[] QUANTA = quanta();
    private static final double[] COSINES = cosines();
    private static final Code[] DC = codes(DC_LENGTHS, DC_VALUES);
    private static final Code[] AC = codes(AC_LENGTHS, AC_VALUES);
    private static final int SIXTEEN_ZEROS = 0xf0;
    private static final int END_OF_BLOCK = 0;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int count;

    private record Code(int bits, int length) {}

    private NeutralJpeg() {}

    /**
     * @param width of the picture, a multiple of eight, as the height is
     * @param light of each point, 0 (black) to 255, row by row
     */
    static Jpeg of(int width, int height, double[] light) {
        return new NeutralJpeg().written(width, height, light);
    }

    private Jpeg written(int width, int height, double[] light) {
        head(width, height);
        var before = 0;
        for (var top = 0; top < height; top += SIDE) {
            for (var left = 0; left < width; left += SIDE) {
                before = block(transformed(light, width, left, top), before);
                neutralBlock();
                neutralBlock();
            }
        }
        while (count > 0) {
            put(1, 1);
        }
        marker(0xd9);
        return new Jpeg(out.toByteArray());
    }

    private void head(int width, int height) {
        marker(0xd8);
        segment(0xe0, HexFormat.of().parseHex("4a46494600010100000100010000"));
        var quanta = new byte[1 + COEFFICIENTS];
        for (var place = 0; place < COEFFICIENTS; place++) {
            quanta[1 + place] = (byte) QUANTA[ZIGZAG[place]];
        }
        segment(0xdb, quanta);
        segment(0xc0, HexFormat.of().parseHex("08%04x%04x03011100021100031100".formatted(height, width)));
        segment(0xc4, joined(0x00, DC_LENGTHS, DC_VALUES));
        segment(0xc4, joined(0x10, AC_LENGTHS, AC_VALUES));
        segment(0xda, HexFormat.of().parseHex("03010002000300003f00"));
    }

    private static byte[] joined(int first, byte[] lengths, byte[] values) {
        var joined = new byte[1 + lengths.length + values.length];
        joined[0] = (byte) first;
        System.arraycopy(lengths, 0, joined, 1, lengths.length);
        System.arraycopy(values, 0, joined, 1 + lengths.length, values.length);
        return joined;
    }

    private void marker(int kind) {
        out.write(0xff);
        out.write(kind);
    }

    private void segment(int kind, byte[] content) {
        marker(kind);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** Quantized, in zigzag order. */
    private static int[] transformed(double[] light, int width, int left, int top) {
        var rows = new double[COEFFICIENTS];
        for (var y = 0; y < SIDE; y++) {
            for (var u = 0; u < SIDE; u++) {
                for (var x = 0; x < SIDE; x++) {
                    rows[y * SIDE + u] += (light[(top + y) * width + left + x] - 128) * COSINES[u * SIDE + x];
                }
            }
        }
        var quantized = new int[COEFFICIENTS];
        for (var place = 0; place < COEFFICIENTS; place++) {
            var at = ZIGZAG[place];
            var sum = 0.0;
            for (var y = 0; y < SIDE; y++) {
                sum += rows[y * SIDE + at % SIDE] * COSINES[at / SIDE * SIDE + y];
            }
            quantized[place] = (int) Math.round(sum / QUANTA[at]);
        }
        return quantized;
    }

    /**
     * @param before the first coefficient of the block before
     * @return that of this one
     */
    private int block(int[] coefficients, int before) {
        number(DC, 0, coefficients[0] - before);
        var zeros = 0;
        for (var place = 1; place < COEFFICIENTS; place++) {
            if (coefficients[place] == 0) {
                zeros++;
                continue;
            }
            for (; zeros > 15; zeros -= 16) {
                put(AC[SIXTEEN_ZEROS]);
            }
            number(AC, zeros << 4, coefficients[place]);
            zeros = 0;
        }
        if (zeros > 0) {
            put(AC[END_OF_BLOCK]);
        }
        return coefficients[0];
    }

    private void neutralBlock() {
        put(DC[0]);
        put(AC[END_OF_BLOCK]);
    }

    private void number(Code[] table, int run, int number) {
        var length = 32 - Integer.numberOfLeadingZeros(Math.abs(number));
        put(table[run | length]);
        put(number < 0 ? number - 1 + (1 << length) : number, length);
    }

    private void put(Code code) {
        put(code.bits(), code.length());
    }

    private void put(int value, int length) {
        for (var place = length - 1; place >= 0; place--) {
            bits = (bits << 1) | ((value >> place) & 1);
            count++;
            if (count == 8) {
                out.write(bits);
                if ((bits & 0xff) == 0xff) {
                    out.write(0);
                }
                bits = 0;
                count = 0;
            }
        }
    }

    private static Code[] codes(byte[] lengths, byte[] values) {
        var codes = new Code[256];
        var code = 0;
        var next = 0;
        for (var length = 1; length <= lengths.length; length++) {
            for (var number = 0; number < (lengths[length - 1] & 0xff); number++) {
                codes[values[next++] & 0xff] = new Code(code++, length);
            }
            code <<= 1;
        }
        return codes;
    }

    /** Places of the coefficients in the order in which they are written. */
    private static int[] zigzag() {
        var order = new int[COEFFICIENTS];
        var next = 0;
        for (var sum = 0; sum < 2 * SIDE - 1; sum++) {
            for (var step = Math.max(0, sum - SIDE + 1); step <= Math.min(sum, SIDE - 1); step++) {
                var row = sum % 2 == 0 ? sum - step : step;
                order[next++] = row * SIDE + sum - row;
            }
        }
        return order;
    }

    private static int[] quanta() {
        var quanta = new int[COEFFICIENTS];
        for (var place = 0; place < COEFFICIENTS; place++) {
            quanta[place] = Math.max(1, (int) Math.round(QUANTUM[place] * FINER));
        }
        return quanta;
    }

    /** By frequency and place, with the transform's factors. */
    private static double[] cosines() {
        var cosines = new double[COEFFICIENTS];
        for (var frequency = 0; frequency < SIDE; frequency++) {
            for (var place = 0; place < SIDE; place++) {
                var factor = frequency == 0 ? Math.sqrt(1.0 / SIDE) : Math.sqrt(2.0 / SIDE);
                cosines[frequency * SIDE + place] =
                        factor * Math.cos((2 * place + 1) * frequency * Math.PI / (2 * SIDE));
            }
        }
        return cosines;
    }
}
