package passby.core.purge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.MerkleTree;
import passby.core.retention.Cohort;

/**
 * What the ledger says of a batch that was deleted. Format version 1.
 *
 * @param batchId of the batch
 * @param at when the last row was gone
 * @param rows how many of each kind, by its code
 * @param cohorts how many reads of each cohort
 * @param earliest date of a row in it
 * @param latest date of a row in it
 * @param frames admission leaves of the frames, sorted
 */
public record PurgeReceipt(
        String batchId,
        Instant at,
        Map<String, Long> rows,
        Map<Cohort, Long> cohorts,
        Instant earliest,
        Instant latest,
        List<String> frames) {
    private static final int VERSION = 1;

    public PurgeReceipt {
        rows = Map.copyOf(rows);
        cohorts = Map.copyOf(cohorts);
        frames = List.copyOf(frames);
    }

    /** @param deleted at least one row */
    static PurgeReceipt of(String batchId, List<Doomed> deleted, Instant at) {
        var dates =
                deleted.stream().map(doomed -> doomed.row().dueAt()).sorted().toList();
        return new PurgeReceipt(
                batchId,
                at,
                deleted.stream()
                        .collect(Collectors.groupingBy(
                                doomed -> doomed.row().kind().code(), Collectors.counting())),
                deleted.stream()
                        .map(Doomed::cohort)
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(cohort -> cohort, Collectors.counting())),
                dates.getFirst(),
                dates.getLast(),
                deleted.stream()
                        .map(Doomed::leaf)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList());
    }

    /** RFC 6962 root over the leaves of the frames: a frame whose salt was disclosed can be proved purged. */
    public String root() {
        return MerkleTree.root(frames.stream()
                .sorted(Comparator.naturalOrder())
                .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /** What the ledger's entry commits to: everything but the leaves themselves. */
    public String summary() {
        return CanonicalJson.write(fields());
    }

    /** What is kept in the archive: the summary with the leaves. */
    public String document() {
        var document = fields();
        document.put("leaves", frames);
        return CanonicalJson.write(document);
    }

    /** The name of the document in the archive. */
    public String file() {
        return "receipts/" + at.toString().substring(0, 10) + "/" + batchId + ".json";
    }

    private TreeMap<String, Object> fields() {
        var byCohort = new TreeMap<String, Object>();
        cohorts.forEach((cohort, count) -> byCohort.put(cohort.code(), count));
        return new TreeMap<>(Map.of(
                "v", VERSION,
                "batch", batchId,
                "at", at.toString(),
                "rows", new TreeMap<>(rows),
                "cohorts", byCohort,
                "earliest", earliest.toString(),
                "latest", latest.toString(),
                "frames", frames.size(),
                "root", root()));
    }
}
