package passby.core.delivery;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keys of the curve P-256, as browsers and push services write them: 65 bytes, a 4 and both coordinates. Source: SEC 1, 2.3.3
 * and 2.3.4, without compression.
 */
public final class P256 {
    public static final int PUBLIC_KEY_BYTES = 65;

    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final ECGenParameterSpec CURVE = new ECGenParameterSpec("secp256r1");

    private P256() {}

    /** Empty for what is no point of the curve: whoever computed with one would tell its sender of the secret. */
    public static Optional<ECPublicKey> parse(byte[] bytes) {
        if (bytes.length != PUBLIC_KEY_BYTES || bytes[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, PUBLIC_KEY_BYTES));
        try {
            var curve = parameters();
            if (!isOn(curve, x, y)) {
                return Optional.empty();
            }
            var key = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
            return Optional.of((ECPublicKey) key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    public static byte[] encode(ECPublicKey key) {
        var bytes = new byte[PUBLIC_KEY_BYTES];
        bytes[0] = UNCOMPRESSED;
        write(key.getW().getAffineX(), bytes, 1);
        write(key.getW().getAffineY(), bytes, 1 + COORDINATE);
        return bytes;
    }

    static ECParameterSpec parameters() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(CURVE);
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** y² = x³ + ax + b. */
    private static boolean isOn(ECParameterSpec spec, BigInteger x, BigInteger y) {
        var curve = spec.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.pow(2).subtract(right).mod(p).signum() == 0;
    }

    private static void write(BigInteger coordinate, byte[] bytes, int offset) {
        var number = coordinate.toByteArray();
        var length = Math.min(number.length, COORDINATE);
        System.arraycopy(number, number.length - length, bytes, offset + COORDINATE - length, length);
    }
}
