package passby.core.transparency;

import java.util.Map;

/**
 * A file of the data set that shows how things stand, and not what happened one after the other: a function of the public entries and
 * of what the city opens of them for everybody, so that whoever has both writes the same file.
 */
interface Register {
    String file();

    /** @param entry the next one, with the openings that are published */
    void add(PublicEntry entry);

    /** @param asOf hour of the newest entry, until which ages are counted */
    String text(String asOf);

    /** What the next run must know, so that none reads the whole log again. */
    Map<String, Object> state();
}
