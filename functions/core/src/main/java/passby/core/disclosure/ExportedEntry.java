package passby.core.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.tlog.Hash;
import passby.core.tlog.TreeHash;

/**
 * One entry with the fields that are opened in it, and its path to the root of the export's checkpoint.
 *
 * @param index of the entry in the log
 * @param canonical its text in the log
 * @param openings of the fields that the reader may see; the others stay commitments
 * @param path RFC 6962 inclusion proof
 */
public record ExportedEntry(long index, String canonical, Map<Field, Opening> openings, List<Hash> path) {
    public ExportedEntry {
        openings = Map.copyOf(openings);
        path = List.copyOf(path);
    }

    public Hash leaf() {
        return TreeHash.leaf(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws EntryFormatException when the text is no entry */
    public SealedEntry sealed() {
        return SealedEntry.parse(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** The fields whose value and salt do not give the commitment that the entry holds. */
    public List<Field> falselyOpened() {
        var sealed = sealed();
        return openings.entrySet().stream()
                .filter(opened -> !opened.getValue()
                        .commitment(sealed.entryId(), opened.getKey())
                        .equals(sealed.commitments().get(opened.getKey().code())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
