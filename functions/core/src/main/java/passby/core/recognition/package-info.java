/**
 * What a plate is, and what one look at one frame came to.
 *
 * <p>Words: a <em>candidate</em> is one text that a plate may carry; <em>raw</em> is that text as recognised, A-Z and 0-9,
 * never rewritten; its <em>fold</em> maps letters that look alike onto one digit; a <em>plate key</em> is the keyed hash of
 * the fold and the only form of a plate in any key, index, queue attribute, metric or log.
 */
@NullMarked
package passby.core.recognition;

import org.jspecify.annotations.NullMarked;
