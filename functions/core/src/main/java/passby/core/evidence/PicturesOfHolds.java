package passby.core.evidence;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import passby.core.read.HeldPictures;
import passby.core.read.Reads;

/**
 * Looks at the holds themselves: the row of a held read's frame may have been purged on its own date, while its pictures wait
 * to be copied.
 */
public final class PicturesOfHolds implements HeldPictures {
    private final Holds holds;
    private final Reads reads;

    public PicturesOfHolds(Holds holds, Reads reads) {
        this.holds = holds;
        this.reads = reads;
    }

    @Override
    public Set<String> among(Collection<String> keys) {
        return holds.open().stream()
                .flatMap(hold -> hold.reads().stream())
                .filter(held -> !held.copied())
                .flatMap(held -> reads.find(held.ref()).stream())
                .flatMap(read -> read.pictureKeys().stream())
                .filter(keys::contains)
                .collect(Collectors.toSet());
    }
}
