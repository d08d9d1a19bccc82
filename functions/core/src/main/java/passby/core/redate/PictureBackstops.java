package passby.core.redate;

import java.util.Optional;

/** The rules by which the store of pictures deletes what is left there: the second lock behind the purge. */
public interface PictureBackstops {
    /** Empty unless both classes have such a rule. */
    Optional<BackstopDays> find();

    /** Replaces the rules of both classes; rules about anything else stay. */
    void put(BackstopDays days);
}
