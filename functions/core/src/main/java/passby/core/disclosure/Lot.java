package passby.core.disclosure;

import static passby.core.id.Digests.framed;
import static passby.core.id.Digests.sha256;
import static passby.core.id.Digests.utf8;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** What was unknown when the week's last checkpoint was signed: with it the sealer cannot have chosen the sample. */
public sealed interface Lot {
    /** The bytes that enter the seed. */
    byte[] bytes();

    /**
     * A round of drand's chain "quicknet" (docs.drand.love): every 3 s the world's, and whose randomness anybody can ask for.
     *
     * @param round the first at least an hour after the week
     * @param randomness 64 hexadecimal digits, as every node of the network answers them
     */
    record Beacon(long round, String randomness) implements Lot {
        private static final Instant GENESIS = Instant.ofEpochSecond(1_692_803_367L);
        private static final Duration PERIOD = Duration.ofSeconds(3);
        private static final Duration LATER = Duration.ofHours(1);

        /** The only round that counts for a week. */
        public static long roundOf(Week week) {
            var after = Duration.between(GENESIS, week.end().plus(LATER)).toSeconds();
            return Math.ceilDiv(after, PERIOD.toSeconds()) + 1;
        }

        /** When that round is drawn. */
        public static Instant timeOf(long round) {
            return GENESIS.plus(PERIOD.multipliedBy(round - 1));
        }

        @Override
        public byte[] bytes() {
            return HexFormat.of().parseHex(randomness);
        }
    }

    /**
     * A number of the auditor's own, to which they committed before the week was over.
     *
     * @param number 64 hexadecimal digits
     * @param commitment the opened entry by which they did
     */
    record Committed(String number, LedgerExport commitment) implements Lot {
        /** What is committed to: SHA-256("passby/review-number1", week, number), every part behind its length; 64 digits. */
        public static String commitment(Week week, String number) {
            return HexFormat.of()
                    .formatHex(sha256(framed(
                            utf8("passby/review-number1"),
                            utf8(week.code()),
                            HexFormat.of().parseHex(number))));
        }

        @Override
        public byte[] bytes() {
            return HexFormat.of().parseHex(number);
        }
    }
}
