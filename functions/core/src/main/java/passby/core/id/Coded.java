package passby.core.id;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant of a closed set, with the word by which rows, entries, bodies and parameters name it. */
public interface Coded {
    /** Of an enum. */
    String name();

    /** Its name in lower case with hyphens, such as {@code state-unknown}, unless the set says otherwise. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that the word names. */
    static <E extends Coded> Optional<E> find(E[] values, String code) {
        return Arrays.stream(values).filter(value -> value.code().equals(code)).findFirst();
    }
}
