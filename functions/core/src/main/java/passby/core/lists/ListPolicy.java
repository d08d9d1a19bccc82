package passby.core.lists;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import passby.core.feed.FileCode;
import passby.core.lists.ImportAnswer.AbortReason;
import passby.core.policy.EffectivePolicy;

/**
 * What the city's policy says of lists.
 *
 * @param localOnly whether no outside list may be configured or imported at all (product.md, C4)
 * @param fileCodes allowed file codes; {@code N} is in it only when the policy enables it by name
 * @param malformedPercent an import above this share of malformed rows is aborted
 * @param removedPercent an import that removes more than this share of the list is aborted
 */
public record ListPolicy(boolean localOnly, Set<FileCode> fileCodes, int malformedPercent, int removedPercent) {
    public static final ListPolicy DEFAULT = new ListPolicy(
            false,
            Set.of(
                    FileCode.AMBER,
                    FileCode.BOAT,
                    FileCode.FELONY,
                    FileCode.VIOLENT_PERSON,
                    FileCode.MISSING_PERSON,
                    FileCode.STOLEN_PLATE,
                    FileCode.CANADIAN,
                    FileCode.STOLEN_VEHICLE,
                    FileCode.WANTED_PERSON),
            5,
            30);

    /** What the document in force says of lists; the two limits of imports are the same in every city. */
    public static ListPolicy of(EffectivePolicy policy) {
        var rules = policy.alerting();
        var codes = EnumSet.noneOf(FileCode.class);
        rules.fileCodes()
                .chars()
                .forEach(letter -> FileCode.parse((char) letter).ifPresent(codes::add));
        return new ListPolicy(!rules.outsideLists(), codes, DEFAULT.malformedPercent(), DEFAULT.removedPercent());
    }

    public ListPolicy {
        fileCodes = Set.copyOf(fileCodes);
    }

    /**
     * Why this file may not become the list's next version, if anything speaks against it; the last good version stays.
     *
     * @param received when it came: what two people accepted by then counts
     */
    Optional<AbortReason> abort(ListSource source, FeedScan scan, ListDiff diff, Instant received) {
        if (!scan.isComplete()) {
            return Optional.of(AbortReason.CUT);
        }
        if (100 * scan.malformed() > malformedPercent * scan.rows()) {
            return Optional.of(AbortReason.MALFORMED);
        }
        if (scan.records().size() == 0) {
            return Optional.of(AbortReason.EMPTY);
        }
        var announced = source.announced();
        var removable = announced == null || !announced.allows(scan.sha256(), received)
                ? removedPercent
                : Math.max(removedPercent, announced.acceptedRemovals());
        return diff.removesMoreThan(removable) ? Optional.of(AbortReason.SHRUNK) : Optional.empty();
    }
}
