/** The pool that officers sign in to, where the city names no issuer of its own. */
@NullMarked
package passby.infra.people;

import org.jspecify.annotations.NullMarked;
