/**
 * Hot lists as versioned wholes: which sources a city takes lists from, who accepted them, and how a file becomes the next
 * version by writing only what changed.
 *
 * <p>Words: a <em>source</em> sends files; each accepted file is a <em>version</em> of its list; a <em>manifest</em> holds the
 * hashes of all records of a version in order, so that two versions are compared by merging two files.
 */
@NullMarked
package passby.core.lists;

import org.jspecify.annotations.NullMarked;
