package passby.core.lists;

import java.util.Set;
import passby.core.feed.FileCode;

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

    public ListPolicy {
        fileCodes = Set.copyOf(fileCodes);
    }
}
