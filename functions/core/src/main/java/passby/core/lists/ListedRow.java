package passby.core.lists;

import java.time.Instant;
import passby.core.feed.FeedRow;
import passby.core.feed.FileCode;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.Target;
import passby.core.id.CaseNumber;
import passby.core.plate.PlateKey;

/**
 * An entry to store: invisible until its version is the active one.
 *
 * @param recordId names the record inside its source, without its number
 * @param plateKey under which it is found
 * @param fromVersion the version that writes it
 * @param received when its file came
 * @param row what is kept of the row
 */
public record ListedRow(String recordId, PlateKey plateKey, int fromVersion, Instant received, FeedRow row) {
    /** The end of a record whose source names none: it lives as long as its list. */
    public static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

    /** The entry as officers see it. Its case number is what a confirmation names: the source's own, where it has one. */
    public HotListEntry entry(String source) {
        var code = row.fileCode();
        var recorded = row.recorded();
        var expires = row.expires();
        return new HotListEntry(
                source,
                recordId,
                new Target.FullPlate(row.plate()),
                row.state(),
                row.vehicle(),
                row.category(),
                code == null ? row.category().code() : meaning(code),
                caseNumber(),
                row.ori().isEmpty() ? source : row.ori(),
                recorded == null || recorded.isAfter(received) ? received : recorded,
                expires == null ? NO_END : expires,
                received,
                false,
                source,
                null,
                null,
                null,
                1);
    }

    private static String meaning(FileCode code) {
        return code.meaning() + " (file " + code.letter() + ")";
    }

    /** A record number that was made of the plate has a bar in it, is no case number and tells nobody anything. */
    private CaseNumber caseNumber() {
        return CaseNumber.parse(row.caseNumber())
                .or(() -> CaseNumber.parse(row.recordNumber()))
                .orElse(CaseNumber.NONE);
    }
}
