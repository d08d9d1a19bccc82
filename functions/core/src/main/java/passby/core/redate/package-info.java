/**
 * A shorter retention applied to what is already stored. What is too old is hidden at once by every route; a job then gives
 * the stored rows their earlier dates, so that the purge finds them.
 *
 * <p>Words: to <em>date</em> a row is to write its expiry; a <em>segment</em> is one part of a table that is walked on its own.
 */
@NullMarked
package passby.core.redate;

import org.jspecify.annotations.NullMarked;
