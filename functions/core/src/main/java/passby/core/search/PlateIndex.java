package passby.core.search;

import java.util.List;
import java.util.Optional;
import passby.core.plate.PlateKey;
import passby.core.plate.PlatePattern;

/** The distinct plates of everything that is stored, by a part of their text. May lag behind the store by moments. */
public interface PlateIndex {
    /**
     * Keys of the plates whose fold fits, each once, in the order of the keys.
     *
     * @return empty when the pattern says too little to be looked up
     */
    Optional<List<PlateKey>> find(PlatePattern pattern);
}
