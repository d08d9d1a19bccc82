package passby.core.read;

import java.util.Collection;
import java.util.Set;

/** Pictures of reads that a hold keeps and whose copies are not made yet. */
public interface HeldPictures {
    /** Those of the keys that belong to a held read. */
    Set<String> among(Collection<String> keys);
}
