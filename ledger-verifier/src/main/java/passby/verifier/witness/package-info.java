/**
 * A small witness (C2SP tlog-witness): signs that a city's log only grows. Another city, a newspaper or a court runs it, so that the
 * city cannot show two logs to two readers.
 */
@NullMarked
package passby.verifier.witness;

import org.jspecify.annotations.NullMarked;
