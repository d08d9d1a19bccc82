package passby.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier is asked.
 *
 * @param log folder or address; null when a proof stands alone
 * @param key text of the verifier key, or the name of a file with it; null: the one beside the log's files
 * @param old file with an earlier checkpoint
 * @param receipt file with an answer of the API
 * @param export file with an export or a disclosure
 * @param archive folder with the city's archive, to be compared with an export
 * @param policy file with a policy document that must have been in force
 * @param review file with the draw of a weekly review
 * @param data folder or address of the data set that was made from the log
 * @param waiting file with ids of entries, one a line, of which those are named that the log holds
 * @param witnesses verifier keys of witnesses that must have signed
 */
record Options(
        @Nullable String log,
        @Nullable String key,
        @Nullable String old,
        @Nullable String receipt,
        @Nullable String export,
        @Nullable String archive,
        @Nullable String policy,
        @Nullable String review,
        @Nullable String data,
        @Nullable String waiting,
        List<String> witnesses) {
    static final String USAGE = """
            verify-ledger DIR|URL [--key VKEY] [--old CHECKPOINT] [--witness VKEY]... [--policy DOCUMENT] [--data DIR|URL] [--waiting IDS]
            verify-ledger [DIR|URL] --receipt FILE [--key VKEY]
            verify-ledger [DIR|URL] --export FILE [--key VKEY] [--archive DIR]
            verify-ledger [DIR|URL] --review FILE [--key VKEY]
            VKEY is a verifier key or a file with one. Exit status: 0 everything holds, 1 something does not, 2 not understood.""";

    /** Empty when they are not understood. */
    static Optional<Options> parse(List<String> arguments) {
        var log = new ArrayList<String>();
        var witnesses = new ArrayList<String>();
        var named = new HashMap<String, String>();
        for (var at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            if (!argument.startsWith("--")) {
                log.add(argument);
            } else if (at + 1 == arguments.size()) {
                return Optional.empty();
            } else if (argument.equals("--witness")) {
                witnesses.add(arguments.get(++at));
            } else if (named.put(argument, arguments.get(++at)) != null) {
                return Optional.empty();
            }
        }
        var options = new Options(
                log.isEmpty() ? null : log.getFirst(),
                named.remove("--key"),
                named.remove("--old"),
                named.remove("--receipt"),
                named.remove("--export"),
                named.remove("--archive"),
                named.remove("--policy"),
                named.remove("--review"),
                named.remove("--data"),
                named.remove("--waiting"),
                List.copyOf(witnesses));
        return named.isEmpty() && log.size() <= 1 && options.isComplete() ? Optional.of(options) : Optional.empty();
    }

    private boolean isComplete() {
        var proofs = Stream.of(receipt, export, review).filter(Objects::nonNull).count();
        return (log != null || (proofs == 1 && key != null))
                && proofs <= 1
                && (archive == null || export != null)
                && (policy == null || proofs == 0)
                && (data == null || (log != null && proofs == 0))
                && (waiting == null || (log != null && proofs == 0));
    }
}
