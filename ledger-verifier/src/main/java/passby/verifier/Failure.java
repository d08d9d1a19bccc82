package passby.verifier;

/**
 * A rule that does not hold.
 *
 * @param place a file of the log, with the number of the entry where there is one
 * @param detail one sentence; never a value that was committed
 */
public record Failure(Rule rule, String place, String detail) {
    @Override
    public String toString() {
        return "FAILED " + rule.code() + " at " + place + ": " + detail;
    }
}
