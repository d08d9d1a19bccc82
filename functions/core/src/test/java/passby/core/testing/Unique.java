package passby.core.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import passby.core.id.Base32;
import passby.core.id.Ulids;

/** Ids that no other test and no other run has used: a contract shares its store with everything stored before. */
public final class Unique {
    /** No letter that looks like a digit, so that two of them never share a fold. */
    private static final String PLATE_LETTERS = "ACEFHJKLMNPRTUVWXY3479";

    private final SecureRandom random = new SecureRandom();

    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 16 characters a-z and 2-7. */
    public String code() {
        return Base32.encode(bytes(10));
    }

    public String ulid(Instant at) {
        return new Ulids(new MutableClock(at), this::bytes).next();
    }

    public String cameraId() {
        return "cam-" + code();
    }

    /** Ten characters, none of which folds. */
    public String plate() {
        var plate = new StringBuilder();
        for (var i = 0; i < 10; i++) {
            plate.append(PLATE_LETTERS.charAt(random.nextInt(PLATE_LETTERS.length())));
        }
        return plate.toString();
    }

    /** The beginning of some minute of the century after {@link TestData#NOW}, so that nothing expires under a test. */
    public Instant minute() {
        return TestData.NOW.plus(Duration.ofMinutes(random.nextInt(52_000_000)));
    }
}
