package passby.core.lists;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import passby.core.id.Coded;

/**
 * What became of an uploaded file, for whoever sent it. The ledger has the same for good.
 *
 * @param result imported, aborted or refused
 * @param reason why it was not imported, in one word; empty when it was
 * @param at when that was known
 * @param entryId of the entry that tells it
 * @param counts by name, such as {@code added}; none for a file that was not taken at all
 * @param rejected rows by the reason for which they were not imported
 * @param refused rows by the letter of the file code that the policy does not allow
 */
public record ImportOutcome(
        Result result,
        String reason,
        Instant at,
        String entryId,
        Map<String, Long> counts,
        Map<String, Long> rejected,
        Map<String, Long> refused) {
    /** How an import ended. */
    public enum Result implements Coded {
        IMPORTED,
        /** The last good version stays. */
        ABORTED,
        /** The city does not take this file. */
        REFUSED;

        public static Optional<Result> of(String code) {
            for (var result : values()) {
                if (result.code().equals(code)) {
                    return Optional.of(result);
                }
            }
            return Optional.empty();
        }
    }

    public ImportOutcome {
        counts = Map.copyOf(counts);
        rejected = Map.copyOf(rejected);
        refused = Map.copyOf(refused);
    }

    /** Empty while the import is not over. */
    static Optional<ImportOutcome> of(ImportAnswer answer, Instant at) {
        return switch (answer) {
            case ImportAnswer.Imported(var receipt, var accepted) ->
                Optional.of(of(Result.IMPORTED, "", at, accepted.entryId(), receipt));
            case ImportAnswer.Aborted(var reason, var receipt, var accepted) ->
                Optional.of(of(Result.ABORTED, reason.code(), at, accepted.entryId(), receipt));
            case ImportAnswer.Refused(var reason, var accepted) ->
                Optional.of(new ImportOutcome(
                        Result.REFUSED, reason.code(), at, accepted.entryId(), Map.of(), Map.of(), Map.of()));
            case ImportAnswer.Busy _, ImportAnswer.Paused _ -> Optional.empty();
        };
    }

    private static ImportOutcome of(Result result, String reason, Instant at, String entryId, ImportReceipt receipt) {
        var counts = new TreeMap<String, Long>();
        counts.put("version", (long) receipt.version());
        counts.put("rows", receipt.rows());
        counts.put("entries", (long) receipt.entries());
        counts.put("added", (long) receipt.added());
        counts.put("changed", (long) receipt.changed());
        counts.put("removed", (long) receipt.removed());
        counts.put("previousAgeSeconds", receipt.previousAge().toSeconds());
        return new ImportOutcome(
                result,
                reason,
                at,
                entryId,
                counts,
                receipt.rejected().entrySet().stream()
                        .collect(Collectors.toMap(row -> row.getKey().code(), Map.Entry::getValue)),
                receipt.refused().entrySet().stream()
                        .collect(Collectors.toMap(
                                row -> String.valueOf(row.getKey().letter()), Map.Entry::getValue)));
    }
}
