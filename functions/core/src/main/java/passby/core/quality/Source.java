package passby.core.quality;

import passby.core.id.Coded;

/**
 * Who looked at the plates that a rate is made of. The two are never added: officers look at what matched a hot list, and there misreads
 * gather, because a plate that is misread into a listed one is a hit and one that is misread out of one is not.
 */
public enum Source implements Coded {
    /** Hits that an officer matched or rejected. */
    HITS,
    /** Reads drawn at random, or a test drive. */
    SAMPLES;
}
