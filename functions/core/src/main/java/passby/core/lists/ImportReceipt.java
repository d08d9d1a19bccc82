package passby.core.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import passby.core.feed.FileCode;
import passby.core.feed.RowRejection;
import passby.core.ledger.CanonicalJson;

/**
 * What came of a file, for its ledger entry and for whoever sent it.
 *
 * @param source the list
 * @param version that it made or would have made
 * @param sha256 of the file
 * @param received when it came
 * @param rows that were neither header, footer, blank nor calibration
 * @param entries records of the file
 * @param added records that the version before did not have
 * @param changed records that it had otherwise
 * @param removed records that only it had
 * @param rejected rows by reason; none where it is zero
 * @param refused rows by the file code for which the city's policy refuses them
 * @param previousAge how old the list before it was; zero for the first
 */
public record ImportReceipt(
        String source,
        int version,
        String sha256,
        Instant received,
        long rows,
        int entries,
        int added,
        int changed,
        int removed,
        Map<RowRejection, Long> rejected,
        Map<FileCode, Long> refused,
        Duration previousAge) {
    public ImportReceipt {
        rejected = Map.copyOf(rejected);
        refused = Map.copyOf(refused);
    }

    public long malformed() {
        return rejected.entrySet().stream()
                .filter(reason -> reason.getKey().isMalformed())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** RFC 8785 JSON. */
    public String canonical() {
        var all = new TreeMap<String, Object>(numbers());
        all.put("sha256", sha256);
        all.put("received", received.toString());
        all.put("previousAgeSeconds", previousAge.toSeconds());
        return CanonicalJson.write(all);
    }

    /** What the city tells everybody of it (RFC 8785 JSON): no hash by which somebody finds out what was in the file, and no time. */
    public String published() {
        return CanonicalJson.write(numbers());
    }

    private Map<String, Object> numbers() {
        var reasons = new TreeMap<String, Object>();
        rejected.forEach((reason, count) -> reasons.put(reason.code(), count));
        var codes = new TreeMap<String, Object>();
        refused.forEach((code, count) -> codes.put(String.valueOf(code.letter()), count));
        return Map.of(
                "source", source,
                "version", version,
                "rows", rows,
                "entries", entries,
                "added", added,
                "changed", changed,
                "removed", removed,
                "rejected", reasons,
                "refused", codes);
    }
}
