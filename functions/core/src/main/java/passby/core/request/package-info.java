/**
 * The conversation that every person's request is: authorized, checked, done or refused with an entry in the ledger, and
 * answered. A use case is its own rule and nothing else.
 */
@NullMarked
package passby.core.request;

import org.jspecify.annotations.NullMarked;
