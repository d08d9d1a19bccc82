package passby.core.people;

import java.util.Optional;

/** The city's accounts. */
public interface People {
    /** Read strongly: a removal counts at the next request. */
    Optional<Person> find(String personId);
}
