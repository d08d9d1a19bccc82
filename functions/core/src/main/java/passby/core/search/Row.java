package passby.core.search;

import passby.core.hotlist.MatchType;
import passby.core.read.Read;

/**
 * One read that a search found.
 *
 * @param read what was read
 * @param match how its best candidate agrees with the plate searched for
 */
public record Row(Read read, MatchType match) {}
