/**
 * How the effective policy changes: a city's parameters are a request, a tightening counts at once, a loosening waits until
 * two people in different roles approve it.
 *
 * <p>Words: a <em>tightening</em> keeps or sends less, or binds harder; everything else is a <em>loosening</em>.
 */
@NullMarked
package passby.core.governance;

import org.jspecify.annotations.NullMarked;
