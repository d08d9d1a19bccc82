package passby.infra.deployment;

import passby.aws.sealing.HttpWitnesses;

/**
 * How the log of a deployment is kept.
 *
 * @param lockDays for how long S3 keeps full files from everybody; 0: the bucket has no locks. Raising it later locks new files longer
 * @param publicDelayHours after which an hour of the log is public
 * @param witnesses one a line: a verifier key, a space, an address; or {@code -}
 */
public record LedgerSettings(int lockDays, int publicDelayHours, String witnesses) {
    /** Ten years, a day, nobody. */
    public static final LedgerSettings USUAL = new LedgerSettings(3653, 24, HttpWitnesses.NOBODY);

    public LedgerSettings {
        if (lockDays < 0 || publicDelayHours < 0) {
            throw new IllegalArgumentException("Neither lock nor delay of the ledger is negative.");
        }
        // Refuses what is no witness where the template is made, not in the first minute of the city.
        HttpWitnesses.of(witnesses);
    }
}
