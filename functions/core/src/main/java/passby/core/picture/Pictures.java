package passby.core.picture;

import java.util.Optional;

/** The bucket of crops. Keys name the read and the hash of the bytes, so storing the same crop again changes nothing. */
public interface Pictures {
    void put(String key, Jpeg picture);

    Optional<Jpeg> find(String key);

    /** Deleting what is gone already is fine. */
    void delete(String key);
}
