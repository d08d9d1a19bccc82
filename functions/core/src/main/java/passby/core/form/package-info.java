/**
 * What a stranger filled in, turned into domain values or into the list of everything that is wrong with it. A request is
 * never half valid: all problems are told at once, unknown fields among them.
 */
@NullMarked
package passby.core.form;

import org.jspecify.annotations.NullMarked;
